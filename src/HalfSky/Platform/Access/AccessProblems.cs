using HalfSky.Kernel;

namespace HalfSky.Platform.Access;

/// <summary>What access refuses. The texts never tell whether an account exists.</summary>
public static class AccessProblems
{
    /// <summary>Wrong name, wrong password, resting, disabled: all one sentence.</summary>
    public static readonly Problem WrongPassword = new("access.password",
        "用户名或密码不对。同一个用户名连错 5 次，会停 15 分钟；到时再试，或请管理员重设密码。", "Password");

    /// <summary>Wrong one-time code.</summary>
    public static readonly Problem WrongCode = new("access.code",
        "验证码不对。请看验证器里最新的 6 位数；连错 5 次会停 15 分钟。", "Code");

    /// <summary>The step between password and code took too long.</summary>
    public static readonly Problem TooLate = new("access.late", "等得太久了，请重新输入用户名和密码。");

    /// <summary>Too short.</summary>
    public static readonly Problem PasswordShort = new("password.short", "密码至少 10 个字符，一句好记的话就行。", "Password");

    /// <summary>Too long to be typed by a person.</summary>
    public static readonly Problem PasswordLong = new("password.long", "密码最多 200 个字符。", "Password");

    /// <summary>Contains the user name.</summary>
    public static readonly Problem PasswordIsName = new("password.name", "密码里不要有用户名或姓名，请换一个。", "Password");

    /// <summary>Among the first that are guessed.</summary>
    public static readonly Problem PasswordCommon = new("password.common", "这个密码太常见，容易被猜到，请换一个。", "Password");

    /// <summary>Typed twice, differently.</summary>
    public static readonly Problem PasswordRepeat = new("password.repeat", "两次输入的密码不一样，请再输一次。", "Repeat");

    /// <summary>The present password is wrong.</summary>
    public static readonly Problem PasswordOld = new("password.old", "现在的密码不对。连错 5 次会停 15 分钟。", "Old");

    /// <summary>The new password is the old one.</summary>
    public static readonly Problem PasswordSame = new("password.same", "新密码和原来的一样，请换一个。", "Password");

    /// <summary>No user name.</summary>
    public static readonly Problem UserNameMissing = new("account.name", "请填用户名：字母、数字或姓名拼音，2 到 40 个字。", "UserName");

    /// <summary>User name in use.</summary>
    public static readonly Problem UserNameTaken = new("account.taken", "这个用户名已经有人用了，请换一个。", "UserName");

    /// <summary>No display name.</summary>
    public static readonly Problem DisplayNameMissing = new("account.display", "请填姓名。", "DisplayName");

    /// <summary>PIN is not six digits.</summary>
    public static readonly Problem PinShape = new("pin.shape", "请输入 6 位数字。", "Pin");

    /// <summary>PIN is obvious.</summary>
    public static readonly Problem PinObvious = new("pin.obvious", "这个密码太好猜（连号、重号、生日都不行），请换 6 个数。", "Pin");

    /// <summary>PIN typed twice, differently.</summary>
    public static readonly Problem PinRepeat = new("pin.repeat", "两次输的不一样，请再输一次。", "Repeat");

    /// <summary>The invitation cannot be used.</summary>
    public static readonly Problem InvitationOver = new("invitation.over", "这张邀请单用过了、过期了，或者不是我们印的。请镇里重新打印邀请。");

    /// <summary>Officers with a one-time code do not use the phone's PIN.</summary>
    public static readonly Problem InvitationCode = new("invitation.code", "管理员和要用验证码的账号不能用手机邀请，请用“重设密码”。");

    /// <summary>The account has rights beyond those of who invites.</summary>
    public static readonly Problem InvitationHigher = new("invitation.higher", "她还有别处的职务或管理权限，要由上级或管理员来办。");

    /// <summary>The account is stopped.</summary>
    public static readonly Problem AccountDisabled = new("account.disabled", "这个账号已停用，请先恢复。");

    /// <summary>The last administrator stays.</summary>
    public static readonly Problem LastAdministrator = new("account.last", "这是最后一个管理员账号，停用后就没人能管了。请先设另一个管理员。");

    /// <summary>One does not stop oneself.</summary>
    public static readonly Problem Oneself = new("account.self", "不能停用自己的账号，请别的管理员来办。");

    /// <summary>Wrong set-up code.</summary>
    public static readonly Problem SetUpCode = new("first-run.code", "安装码不对。它印在启动窗口里，形如 ABCD-EFGH-JKMN。", "Code");

    /// <summary>For the command line, which may know.</summary>
    public static readonly Problem NoSuchUser = new("account.none", "没有这个用户名。user list 会列出全部账号。");

    /// <summary>An officer makes accounts only for people with posts in her organisations.</summary>
    public static readonly Problem PersonMissing = new("account.person", "请先在上面选是哪位任职的人。");

    /// <summary>The person has an account with a user name already.</summary>
    public static readonly Problem PersonHasAccount = new("account.person-taken", "她已经有用户名了，要换密码请到她的账号里“重设密码”。");

    /// <summary>Nobody to invite was chosen.</summary>
    public static readonly Problem NobodyChosen = new("invitation.nobody", "请先勾选要邀请的人。");

    /// <summary>Token without a label.</summary>
    public static readonly Problem TokenLabel = new("token.label", "请写一下这个令牌给哪个程序用。", "Label");

    /// <summary>Too many tries from one network.</summary>
    public static readonly Problem TooMany = new("access.too-many", "试得太快了，请等一分钟再试。");

    /// <summary>For programs: who are you?</summary>
    public static readonly Problem NotSignedIn = new("access.sign-in", "请先登录，或在请求头里带上令牌。");

    /// <summary>Not there, or not hers.</summary>
    public static readonly Problem NotFound = new("access.not-found", "没有这一页，或者不归您看。");

    /// <summary>A cookie alone does not write.</summary>
    public static readonly Problem Forged = new("access.forged", "页面放得太久了，请刷新以后再交一次。");
}
