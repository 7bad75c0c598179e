using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>Courses, workshops and work found: what is counted, where, and never twice.</summary>
public sealed class GrowthTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;

    /// <summary>The tests share a county and run one after the other: each counts in a year of its own.</summary>
    private Task<long> Figure(string key, int year, params (string Key, object Value)[] where) => County.As(Persona.CountyStaff, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var condition = where.Aggregate(Filter.None, (f, w) => f & (w.Key is "audience" or "categories" ? new Filter.Has(w.Key, (string)w.Value) : new Filter.Is(w.Key, w.Value)));
        var ask = new Ask(Branch.Root, Period.YearOf(new(year, 1, 1)), Where: condition);
        return (await new Evaluator(s, reference, County.Clock.Today).Read(reference.Measure(key)!, ask, Scope.Whole("test"))).Value ?? 0;
    });

    private Task<Verdict> Change(string register, Guid id, params (string Key, object? Value)[] values) => County.As(Persona.Officer, async (r, _) =>
    {
        var now = (await r.Find((await r.Reference(default)).Register(register)!, id, Scope.Whole("test")))!;
        return await r.Change(register, id, now.Version, County.Typed(values));
    });

    private Task<Entry> Course(int year, string skill = "e-commerce", object? learners = null, string audience = "women", string title = "电商培训班") =>
        County.Recorded(Persona.Officer, "course", ("title", title), ("skill", skill), ("audience", audience), ("date", $"{year}-05-04"), ("lastDay", $"{year}-05-06"), ("learners", learners));

    private static string Code(Verdict verdict) => Assert.Single(verdict.Problems).Code;

    [Fact]
    public async Task A_course_day_is_one_session_of_training_and_one_activity_through_every_change()
    {
        const int Year = 2018;
        var course = await Course(Year);
        var first = await County.Recorded(Persona.Officer, "course-day", ("course", course.Id), ("date", "2018-05-04"), ("attendance", 40), ("hours", "2.5"), ("topic", "开网店"));
        await County.Recorded(Persona.Officer, "course-day", ("course", course.Id), ("date", "2018-05-05"), ("attendance", 35), ("hours", 3));
        Assert.Equal((1, 2, 75, 55), (await Figure("course.courses", Year), await Figure("course-day.sessions", Year, ("skill", "e-commerce")), await Figure("course-day.attendances", Year), await Figure("course-day.hours", Year)));
        Assert.Equal((2, 75), await Activities());

        await Change("course-day", first.Id, ("attendance", 42));
        Assert.Equal((2, 77), await Activities());
        await Change("course", course.Id, ("title", "巾帼电商培训班"));
        Assert.Contains("巾帼电商培训班：开网店", await Titles());
        await County.As(Persona.Officer, (r, _) => r.Withdraw("course-day", first.Id, "记重了"));
        Assert.Equal((1, 35), await Activities());
        Assert.Equal(1, await Figure("course-day.sessions", Year));
        await County.As(Persona.Officer, (r, _) => r.Return("course", course.Id, "日期不对"));
        Assert.Equal((0, 0), await Activities());
        await Change("course", course.Id, ("trainer", "王老师"));
        Assert.Equal((1, 35), await Activities());
        await County.As(Persona.Officer, (r, _) => r.Withdraw("course", course.Id, "没办成"));
        Assert.Equal((0, 0), await Activities());
        Assert.Equal(0, await Figure("course-day.sessions", Year));

        async Task<(long, long)> Activities() => (await Figure("activity.sessions", Year, ("kind", "training")), await Figure("activity.participants", Year));
        Task<List<string>> Titles() => County.As(Persona.Officer, async (r, s) =>
        {
            var titles = new List<string>();
            await foreach (var row in new Query(s, (await r.Reference(default)).Register("activity")!.Shape, Scope.Whole("test")).Where(new Filter.Is("kind", "training")).Stream(["title"], [], default)) titles.Add((string)row[0]!);
            return titles;
        });
    }

    [Fact]
    public async Task The_activity_of_a_course_day_is_changed_in_the_course_alone()
    {
        var course = await Course(2017);
        await County.Recorded(Persona.Officer, "course-day", ("course", course.Id), ("date", "2017-05-04"), ("attendance", 10));
        var activity = await County.As(Persona.Officer, async (r, s) =>
        {
            await foreach (var row in new Query(s, (await r.Reference(default)).Register("activity")!.Shape, Scope.Whole("test")).Where(new Filter.Range("date", new DateOnly(2017, 1, 1), new DateOnly(2018, 1, 1))).Stream(["id"], [], default))
                return (Guid)row[0]!;
            return default;
        });
        Assert.Contains((await Change("activity", activity, ("participants", 99))).Problems, p => p.Code == "activity.course-day");
        Assert.Equal("course-day.span", Code(await County.Record(Persona.Officer, "course-day", ("course", course.Id), ("date", "2017-05-07"), ("attendance", 1))));
    }

    [Fact]
    public async Task People_taught_are_different_people_and_come_from_their_own_villages()
    {
        const int Year = 2019;
        var (one, two) = (await Course(Year, "exec-ability", audience: "execs", title: "执委班一"), await Course(Year, "leading-goose", audience: "execs", title: "执委班二"));
        var (anna, bella) = (County.Village1.People[0].Id, County.Village2.People[0].Id);
        await County.Recorded(Persona.Officer, "enrolment", ("course", one.Id), ("person", anna), ("finished", true), ("certificate", "completion"));
        await County.Recorded(Persona.Officer, "enrolment", ("course", one.Id), ("person", bella));
        await County.Recorded(Persona.Officer, "enrolment", ("course", two.Id), ("person", anna));
        await County.Recorded(Persona.Officer, "enrolment", ("course", two.Id), ("name", "外村的人"), ("place", County.Facts.Villages[2].Place));
        Assert.Equal((2, 3, 3, 1), (await Figure("course.courses", Year, ("purpose", "leadership")), await Figure("enrolment.people", Year, ("audience", "execs")),
            await Figure("enrolment.villages", Year), await Figure("enrolment.certificates", Year)));

        Assert.Equal("enrolment.double", Code(await County.Record(Persona.Officer, "enrolment", ("course", one.Id), ("person", anna))));
        Assert.Equal("enrolment.person", Code(await County.Record(Persona.Officer, "enrolment", ("course", one.Id))));
        Assert.Equal("course.learners", Code(await Change("course", one.Id, ("learners", 50))));
        var told = await Course(Year, "handicraft", learners: 50, title: "手工艺班");
        Assert.Equal("enrolment.told", Code(await County.Record(Persona.Officer, "enrolment", ("course", told.Id), ("person", anna))));
        Assert.Equal((50, 3, 3), (await Figure("course.told-people", Year, ("purpose", "trade")), await Figure("enrolment.people", Year), await Figure("course.skills", Year)));
    }

    [Fact]
    public async Task New_work_is_a_person_or_a_number_and_never_both()
    {
        const int Year = 2020;
        var course = await Course(Year);
        var person = County.Village1.People[1].Id;
        await County.Recorded(Persona.Exec, "employment", ("person", person), ("date", "2020-06-01"), ("employer", "服装厂"), ("source", "other"), ("form", "full"));
        await County.Recorded(Persona.Officer, "employment", ("person", person), ("date", "2020-09-01"), ("course", course.Id), ("source", "self"));
        await County.Recorded(Persona.Officer, "employment", ("number", 60), ("date", "2020-07-01"), ("source", "job-fair"));
        Assert.Equal((1, 60, 1), (await Figure("employment.people", Year), await Figure("employment.told-people", Year), await Figure("employment.people", Year, ("source", "course"))));
        Assert.Equal("employment.number", Code(await County.Record(Persona.Officer, "employment", ("person", person), ("number", 2), ("source", "self"), ("date", "2020-10-01"))));
        Assert.Equal("employment.early", Code(await County.Record(Persona.Officer, "employment", ("person", person), ("source", "self"), ("date", "2020-10-01"), ("checkedOn", "2020-11-01"), ("found", "at-work"))));
    }

    [Fact]
    public async Task A_seeker_is_introduced_and_hired()
    {
        const int Year = 2021;
        var job = await County.Recorded(Persona.Officer, "job", ("title", "月嫂"), ("trade", "care"), ("employer", "家政公司"), ("number", 5), ("date", "2021-03-01"), ("openUntil", "2021-12-31"));
        var seeker = await County.Recorded(Persona.Exec, "seeker", ("person", County.Village1.People[2].Id), ("wants", "care,factory"), ("from", "2021-02-01"), ("date", "2021-02-01"));
        await County.Recorded(Persona.Officer, "introduction", ("seeker", seeker.Id), ("job", job.Id), ("date", "2021-03-02"), ("result", "hired"));
        await County.Recorded(Persona.Officer, "introduction", ("seeker", seeker.Id), ("employer", "镇上的厂"), ("date", "2021-03-05"), ("result", "not-hired"));
        Assert.Equal((1, 2, 1, 5), (await Figure("seeker.people", Year), await Figure("introduction.times", Year), await Figure("introduction.hired", Year), await Figure("job.open", Year)));
        Assert.Equal((0, 0), (await Figure("job.open", 2022), await Figure("job.filled", Year)));
        Assert.Equal("seeker.open", Code(await County.Record(Persona.Exec, "seeker", ("person", County.Village1.People[2].Id), ("wants", "farm"))));
        Assert.Equal("introduction.job", Code(await County.Record(Persona.Exec, "introduction", ("seeker", seeker.Id), ("date", "2021-03-06"))));
    }

    [Fact]
    public async Task The_figures_of_a_base_are_told_once_a_year()
    {
        var workshop = await County.Recorded(Persona.Officer, "base", ("name", "槐荫共富工坊"), ("kind", "prosperity-workshop"), ("level", "county"), ("opened", "2022-03-01"));
        await County.Recorded(Persona.Officer, "base-figure", ("base", workshop.Id), ("date", "2022-12-31"), ("workers", 20), ("women", 18), ("ledAlong", 60), ("area", "12.5"), ("output", 800000));
        Assert.Equal("base-figure.year", Code(await County.Record(Persona.Officer, "base-figure", ("base", workshop.Id), ("date", "2022-06-30"), ("workers", 10))));
        Assert.Equal("base-figure.women", Code(await County.Record(Persona.Officer, "base-figure", ("base", workshop.Id), ("date", "2023-06-30"), ("workers", 10), ("women", 11))));
        Assert.Equal((1, 60, 125, 80_000_000), (await Figure("base.count", 2022, ("kind", "prosperity-workshop")), await Figure("base-figure.led-along", 2022, ("level", "county")),
            await Figure("base-figure.area", 2022), await Figure("base-figure.output", 2022)));
        var product = await County.Recorded(Persona.Officer, "product", ("name", "手工香包"), ("category", "handicraft"), ("workshop", workshop.Id), ("from", "2022-04-01"));
        await County.Recorded(Persona.Officer, "product-sale", ("product", product.Id), ("date", "2022-08-01"), ("amount", "1234.56"), ("orders", 30));
        Assert.Equal((1, 123_456, 30), (await Figure("product.categories", 2022), await Figure("product-sale.amount", 2022, ("category", "handicraft")), await Figure("product-sale.orders", 2022)));
    }
}
