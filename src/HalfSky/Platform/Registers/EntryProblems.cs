using HalfSky.Kernel;

namespace HalfSky.Platform.Registers;

/// <summary>What the engine refuses, with stable codes. Texts say what to do.</summary>
public static class EntryProblems
{
    /// <summary>State rule.</summary>
    public static readonly Problem Withdrawn = new("entry.withdrawn", "这一条已经撤销，不能再改。要用的话请重新记一条。");

    /// <summary>State rule.</summary>
    public static readonly Problem AlreadySubmitted = new("entry.submitted", "这一条已经交上去了，不能再存成草稿。");

    /// <summary>State rule.</summary>
    public static readonly Problem NotSubmitted = new("entry.not-submitted", "这一条现在不是待核状态，请刷新后再看。");

    /// <summary>Return and withdraw need words.</summary>
    public static readonly Problem ReasonMissing = new("entry.reason", "请写一句原因，对方才知道怎么改。", "reason");

    /// <summary>D3: the same identifier with another author or body.</summary>
    public static readonly Problem Taken = new("entry.taken", "这个编号已经有别的内容了，请重新打开表单再记。", "id");

    /// <summary>Two people saved one entry.</summary>
    public static readonly Problem Changed = new("entry.changed", "您打开以后，别人先改了这一条。两边的内容都列在下面，请选好再存。", "version");

    /// <summary>Outside scope or non-existent are one thing.</summary>
    public static readonly Problem NotFound = new("entry.not-found", "没有这一条，或者不归您看。");

    /// <summary>Identifier is not a UUIDv7.</summary>
    public static readonly Problem BadId = new("entry.id", "编号格式不对，应是 UUIDv7。", "id");

    /// <summary>The organisation does not exist or is not hers.</summary>
    public static readonly Problem NotYourOrganization = new("entry.org", "这个组织不归您记，请选自己所在的组织。", "org");

    /// <summary>A part is verified and returned with its whole.</summary>
    public static Problem FollowsWhole(Field whole) => new("part.follows", $"这一条跟着{whole.Label}走，请到{whole.Label}那一页核验或退回。");

    /// <summary>Required field is empty.</summary>
    public static Problem Missing(Field field) => new("field.required", $"请填{field.Label}。", field.Key);

    internal static Problem Double(Register register) =>
        new("entry.double", $"已经有一条{register.Label}的{string.Join("、", register.MatchKey.Select(f => f.Label))}和这条一样。真的是另一条，请勾“我看过了，仍要记”再存。", "confirm");
}
