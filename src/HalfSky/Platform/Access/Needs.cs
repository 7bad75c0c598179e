namespace HalfSky.Platform.Access;

/// <summary>
/// The page or endpoint needs a permission. Who is not signed in is asked to; who lacks it gets 404, the same as for what does not
/// exist. A page without this, <see cref="SignedInAttribute"/> or AllowAnonymous is shown to nobody.
/// </summary>
/// <param name="permissions">Any one of these is enough.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(params string[] permissions) : Attribute
{
    /// <summary>Any one of these is enough.</summary>
    public IReadOnlyList<string> Permissions { get; } = permissions;
}

/// <summary>The page or endpoint is for everybody signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute
{
    /// <summary>Open also to who still has to choose a password or set up her code: the pages where she does.</summary>
    public bool BeforeDuties { get; init; }
}

/// <summary>The page shows sealed values: no copy of it is kept anywhere (D12).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SealedPageAttribute : Attribute;
