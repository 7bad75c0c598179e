using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Duties;

/// <summary>A rule as a Chinese sentence, written from what it says.</summary>
public static class DutyWords
{
    /// <summary>“每条在册的关爱对象，每季度至少 1 次走访；逾期 15 天上报一级。”</summary>
    public static string Of(RuleHistory history, DutyRule rule, Reference reference)
    {
        var register = history.Register;
        var which = Only.Words(register, rule.Only, reference.KindsOf);
        var where = rule.Within == 0 ? "" : reference.Organizations.NameOf(rule.Within) + "和下级的";
        var what = $"{where}每条{register.Label}{(which.Length > 0 ? $"（{which}）" : "")}";
        var acts = string.Join("或", rule.Acts.Select(a => reference.Register(a.Register) is { } by ? by.Label + (Only.Words(by, a.Only, reference.KindsOf) is { Length: > 0 } only ? $"（{only}）" : "") : a.Register));
        var does = rule.Until is { } until && register.Find(until) is { } field ? $"填上“{field.Label}”" : rule.Each is not null ? $"每户都有{acts}" : $"{acts}{(rule.Times > 1 ? $" {rule.Times} 次" : "")}";
        return $"{what}，{When(register, rule)}{does}；逾期 {rule.Escalate} 天还没办，上一级也看得到。";
    }

    /// <summary>“每季度一次，按自然季度”.</summary>
    public static string When(Register register, DutyRule rule) => rule.Cycle switch
    {
        DutyCycle.Month => "每个自然月要",
        DutyCycle.Quarter => "每个自然季度要",
        DutyCycle.Year => "每年要",
        DutyCycle.Days => $"离上一次满 {rule.Days} 天前要",
        DutyCycle.Anniversary => $"{rule.Day}前（提前 {rule.Days} 天提醒）要",
        _ => $"“{register.Find(rule.On ?? "")?.Label}”前（提前 {rule.Days} 天提醒）要",
    };
}
