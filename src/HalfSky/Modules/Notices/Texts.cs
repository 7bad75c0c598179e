using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;

namespace HalfSky.Modules.Notices;

/// <summary>What is copied into a group 复制群里发的话: true figures and names of organisations, never a person's.</summary>
internal static class Texts
{
    /// <summary>A notice: by when, how many have, who has not.</summary>
    public static string Of(Notice notice, int all, int done, IReadOnlyList<string> owing, DateOnly today)
    {
        var what = notice.AsksForAnswer ? "回复" : "签收";
        var lines = new List<string> { $"【通知】{notice.Title}" };
        if (notice.AsksForAnswer) lines.Add($"要做什么：{notice.Asks!.Trim()}");
        if (notice.Deadline is { } until) lines.Add(By(until, today, what));
        lines.AddRange(Standing(what, all, done, owing));
        return string.Join('\n', lines);
    }

    /// <summary>A collection: how many villages, how many rows, how many zero reports, who has not.</summary>
    public static string Of(Collection collection, CollectionStanding standing, DateOnly today)
    {
        var lines = new List<string> { $"【收表】{collection.Title}" };
        if (collection.Deadline is { } until) lines.Add(By(until, today, "填好"));
        lines.AddRange(Standing("交", standing.All, standing.In, standing.Owing));
        if (standing.In > 0) lines.Add($"交来的共 {standing.Rows} 行{(standing.Zero > 0 ? $"，其中零报告 {standing.Zero} 个村" : "")}。");
        if (standing.SentBack.Count > 0) lines.Add($"退回要改的：{string.Join("、", standing.SentBack)}。");
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Standing(string what, int all, int done, IReadOnlyList<string> owing)
    {
        if (all == 0) yield break;
        yield return owing.Count == 0 ? $"{all} 个组织都{what}了，谢谢大家。" : $"已{what} {done}/{all}。";
        if (owing.Count > 0) yield return $"还没{what}的 {owing.Count} 个：{string.Join("、", owing)}。";
    }

    private static string By(DateOnly until, DateOnly today, string what) => until < today ? $"期限是{Day(until)}，已经过了，晚了也请{what}。" : $"请在{Day(until)}前{what}。";

    private static string Day(DateOnly day) => $"{ChineseDates.Short(day)}（{ChineseDates.Weekday(day)}）";
}
