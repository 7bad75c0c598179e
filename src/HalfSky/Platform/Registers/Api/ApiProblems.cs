using HalfSky.Kernel;

namespace HalfSky.Platform.Registers.Api;

/// <summary>What the programming interface refuses by itself; the rest comes from the engine.</summary>
internal static class ApiProblems
{
    /// <summary>The body is no JSON.</summary>
    public static readonly Problem NotJson = new("request.json", "请求体不是合格的 JSON（UTF-8，不能有重复的键）。");

    /// <summary>Neither an object nor a list of objects.</summary>
    public static readonly Problem NotEntries = new("request.shape", "请交一个对象，或者最多 500 个对象的数组；每个都要有 id 和 values。");

    /// <summary>Too many at once.</summary>
    public static readonly Problem TooMany = new("request.many", "一次最多交 500 条，请分几次交。");

    /// <summary>A change must say which version it was made from.</summary>
    public static readonly Problem NoVersion = new("entry.if-match", "请带上 If-Match，写您读到的版本（ETag），免得盖掉别人刚改的。");

    /// <summary>A member nobody reads.</summary>
    public static Problem Unknown(string name) => new("request.member", $"没有“{(name.Length > 20 ? name[..20] + "…" : name)}”这个键，可以用 id、values、draft、confirmed、reason。", name.Length > 60 ? name[..60] : name);

    /// <summary>A value of a wrong JSON type.</summary>
    public static Problem WrongType(string field) => new("request.type", "这一项的 JSON 类型不对：类别多选用数组，金额用整数分，其余用文字、数字或 true/false。", field);
}
