using HalfSky.Kernel;

namespace HalfSky.Modules.Plans.Supervisions;

/// <summary>What is said when an answer is not taken.</summary>
internal static class SupervisionProblems
{
    public static readonly Problem Empty = new("supervision.empty", "请写上办得怎么样了，再交。", "Reply");

    public static Problem Answered(DateOnly day) => new("supervision.answered", $"{day:yyyy-MM-dd} 已经答复过了。要补充的，请让督办的人退回，再重新答复。", "Reply");
}
