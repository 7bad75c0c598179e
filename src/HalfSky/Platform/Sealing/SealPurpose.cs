namespace HalfSky.Platform.Sealing;

/// <summary>Why a field is sealed (D10). The purpose is bound into the cipher, so a value cannot be moved to another field.</summary>
public enum SealPurpose
{
    /// <summary>身份证号.</summary>
    IdentityNumber,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>住址.</summary>
    Address,

    /// <summary>银行账号.</summary>
    Account,

    /// <summary>健康与筛查结果.</summary>
    Medical,

    /// <summary>案情与当事人.</summary>
    Case,

    /// <summary>附件与附件名.</summary>
    Attachment,

    /// <summary>County-defined sealed field.</summary>
    Defined,

    /// <summary>验证器密钥: the secret an account shares with its authenticator app.</summary>
    Credential,
}
