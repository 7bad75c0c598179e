using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>学员名单, part of registers.md §10 course: enrolled→, certificates.</summary>
public sealed class EnrolmentRegister : Register<Enrolment>
{
    /// <summary>The county's form.</summary>
    public EnrolmentRegister() : base("enrolment", "学员", dateLabel: "开班日期")
    {
        Icon = "users";
        Room = Room.Work;
        About = "培训班的名单；同一个人上几个班，人数只算一个";

        Section("谁来学");
        PartOf(e => e.Course, "培训班", "course", ownPlace: true).Called("培训班名称", "班名", "班次", "培训班次", "所属班次", "培训名称");
        LookUp(e => e.Person, "学员", "person").Listed().Hint("输姓名或首字母").Called("学员姓名");
        Text(e => e.Name, "姓名").Listed().Searched().Max(50).Hint("台账里没有的人才写");
        // Only the place is the learner's own: whose work the course is stays with the course.
        Here(e => e.Org).Derived().Field.CopiedFrom = "org";
        Here(e => e.Place).Hint("来自哪个村；点选了人就不用填");

        Section("学完没有");
        Flag(e => e.Finished, "结业").Listed().Called("是否结业", "结业情况", "是否合格");
        Kind(e => e.Certificate, "证书", ("completion", "结业证"), ("vocational", "职业技能等级证"), ("special", "专项能力证"), ("qualification", "资格证"), ("other", "其他")).Listed().Filtered().Called("证书类型", "证书名称", "取得证书");
        Text(e => e.CertificateNumber, "证书编号").Max(40).Called("证号", "证书号");
        Here(e => e.Note);
        Text(e => e.Learner, "去重用").Derived().Max(120);
        Copied(e => e.Skill, "内容", from: "skill");
        Copied(e => e.Purpose, "培训类别", from: "purpose");
        Copied(e => e.Audience, "给谁办", from: "audience", FieldType.Kinds);
        Copied(e => e.Mode, "方式", from: "mode");

        TitledBy(e => e.Person);

        var split = new[] { FieldOf(e => e.Purpose), FieldOf(e => e.Skill), FieldOf(e => e.Audience), FieldOf(e => e.Mode), FieldOf(e => e.Finished) };
        Flow("enrolment.people", "培训人数（按名单）", Unit.People).Also("参训 学员 参加培训").Distinct(FieldOf(e => e.Learner)).By(split);
        Flow("enrolment.certificates", "发放证书", Unit.Of("本")).Also("取得证书 获得证书 结业证").Where(new Filter.Not(new Filter.Is("certificate", null)), "填了证书的学员")
            .By([FieldOf(e => e.Certificate), .. split]);
        Flow("enrolment.villages", "学员来自的村", Unit.Villages).Villages().By(split);
    }

    /// <inheritdoc/>
    protected override async Task Complete(Enrolment entry, Recording recording, CancellationToken ct)
    {
        var whole = Scope.Whole("the course and the person were found in scope when they were chosen");
        var reference = await recording.Reference(ct);
        if (entry.Person is { } id && entry.Learner != id.ToString("N") && await recording.Find(reference.Register("person")!, id, whole, ct) is { } person) entry.Place = person.Place;
        if (entry.Place == 0 && await recording.Find(reference.Register("course")!, entry.Course, whole, ct) is { } course) entry.Place = course.Place;
        entry.Name = string.IsNullOrWhiteSpace(entry.Name) || entry.Person is not null ? null : entry.Name.Trim();
        entry.Learner = entry.Person?.ToString("N") ?? (entry.Name is null ? null : string.Create(CultureInfo.InvariantCulture, $"{entry.Name}@{entry.Place}"));
    }

    /// <summary>The same person once on a list, and a list only where no number was told.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Enrolment entry, Enrolment? before, Recording recording, CancellationToken ct)
    {
        var whole = Scope.Whole("the list of a course already found in scope");
        var courses = (await recording.Reference(ct)).Register("course")!;
        if (await recording.Find(courses, entry.Course, whole, ct) is Course { Learners: not null })
            return [new("enrolment.told", "这个班只报了人数。要记名单，请先到培训班里把“培训人数”清空。", "course")];
        var same = new Query(recording.Session, Shape, whole).Where(new Filter.Is("course", entry.Course)).Where(new Filter.Is("learner", entry.Learner))
            .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in same.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("enrolment.double", "这个人已经在名单上了。", entry.Person is null ? "name" : "person")];
        return [];
    }
}
