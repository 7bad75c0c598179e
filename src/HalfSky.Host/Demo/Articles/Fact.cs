namespace HalfSky.Host.Demo.Articles;

/// <summary>A fact of a year's summary: how many of what there were. Written into entries by <see cref="ArticleWriter"/>.</summary>
internal abstract record Fact;

/// <summary>Activities of one kind, spread over villages and days.</summary>
internal sealed record Activities(string Kind, int Sessions, string Title, string Topics = "") : Fact
{
    /// <summary>For whom, codes with commas.</summary>
    public string Audience { get; init; } = "";

    /// <summary>How it was held.</summary>
    public string Mode { get; init; } = "on-site";

    /// <summary>Festival.</summary>
    public string? Festival { get; init; }

    /// <summary>Attendances of all sessions together; 0 where nobody told.</summary>
    public int Participants { get; init; }

    /// <summary>Copies handed out in all sessions together.</summary>
    public int Copies { get; init; }

    /// <summary>Which edition it was.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The days, “08-20”, where the summary names them.</summary>
    public string[] On { get; init; } = [];

    /// <summary>Held at the venues of the same summary.</summary>
    public bool AtVenues { get; init; }
}

/// <summary>Visits from house to house to speak of something.</summary>
internal sealed record DoorstepTalks(int Times, string Topics) : Fact;

/// <summary>Households a policy was brought to, by name.</summary>
internal sealed record Delivered(string Policy, int Households, string Title) : Fact;

/// <summary>Works that were sent in.</summary>
internal sealed record Works(string Kind, int Pieces, string Title) : Fact;

/// <summary>Teams that stood at the end of the year, each in a village of its own as far as there are enough.</summary>
internal sealed record Teams(string Kind, int Count, string Name) : Fact
{
    /// <summary>Members of all teams together; 0 where nobody told.</summary>
    public int Members { get; init; }

    /// <summary>In so many villages; 0 for as many as there are teams.</summary>
    public int Villages { get; init; }
}

/// <summary>Patrols by the summary's teams.</summary>
internal sealed record Patrols(string Kind, int Times, string Route) : Fact
{
    /// <summary>How many different people are listed; 0 where none are.</summary>
    public int Listed { get; init; }
}

/// <summary>Organisations that stood at the end of the year.</summary>
internal sealed record Bodies(string Kind, string Level, int Count, string Name) : Fact
{
    /// <summary>两新 or 四新.</summary>
    public string? Domain { get; init; }

    /// <summary>Who leads the first of them: chairs, vice chairs and all execs with them.</summary>
    public (int Chairs, int Vices, int Execs)? Led { get; init; }
}

/// <summary>Who leads the township's federation: chairs, vice chairs and all execs with them.</summary>
internal sealed record Leaders(int Chairs, int Vices, int Execs) : Fact;

/// <summary>The township's congress of that year.</summary>
internal sealed record Assembly(int Ordinal) : Fact;

/// <summary>Grids in contact with an exec, with the women of all of them together.</summary>
internal sealed record Contacts(int Grids, int Women) : Fact;

/// <summary>Rules the township's federation works by.</summary>
internal sealed record Rules(string Kind, params string[] Titles) : Fact;

/// <summary>Venues that stood at the end of the year.</summary>
internal sealed record Venues(string Kind, int Count, string Name) : Fact
{
    /// <summary>Level it belongs to: township, or village with one in each.</summary>
    public string Level { get; init; } = "village";

    /// <summary>Level it is a model of.</summary>
    public string? Model { get; init; }

    /// <summary>Parts of the first.</summary>
    public int? Parts { get; init; }

    /// <summary>Up to which age it serves.</summary>
    public int? ServesUpTo { get; init; }

    /// <summary>Yuan spent on it.</summary>
    public int? Invested { get; init; }
}

/// <summary>Workshops and the like that stood at the end of the year.</summary>
internal sealed record Workshops(string Kind, int Count, string Name) : Fact;

/// <summary>Products of as many categories.</summary>
internal sealed record Products(params (string Category, string Name)[] All) : Fact;

/// <summary>Women of a talent.</summary>
internal sealed record Talents(string Kind, int Count, string Speciality) : Fact;

/// <summary>Women who found work.</summary>
internal sealed record Hired(int Count) : Fact;

/// <summary>Courses of one skill.</summary>
internal sealed record Courses(string Skill, int Count, string Title) : Fact
{
    /// <summary>For whom, codes with commas.</summary>
    public string Audience { get; init; } = "women";

    /// <summary>How it was held.</summary>
    public string Mode { get; init; } = "on-site";

    /// <summary>What was taught, where each course taught something else.</summary>
    public string[] Subjects { get; init; } = [];

    /// <summary>Days of all courses together; 0 for one each.</summary>
    public int Days { get; init; }

    /// <summary>Attendances of all days together; 0 where nobody told.</summary>
    public int Attendances { get; init; }

    /// <summary>People, where only a number was told.</summary>
    public int? Told { get; init; }

    /// <summary>People on the list.</summary>
    public int Listed { get; init; }

    /// <summary>The list has the chair of every village.</summary>
    public bool ChairOfEachVillage { get; init; }

    /// <summary>First and last day, “07-04”.</summary>
    public (string First, string Last)? On { get; init; }
}

/// <summary>People who came into care in a month, and whether a festival brought somebody to them.</summary>
internal sealed record Cared(string Categories, int Count, int Month, int Youngest, int Oldest) : Fact
{
    /// <summary>So many of them were called on, the first ones.</summary>
    public int Visited { get; init; }

    /// <summary>For which festival.</summary>
    public string? Festival { get; init; }

    /// <summary>On which day, “06-01”.</summary>
    public string VisitedOn { get; init; } = "";
}

/// <summary>Schools that were called on for a festival.</summary>
internal sealed record Schools(int Count, string Festival, string On) : Fact;

/// <summary>People who were paired with a helper.</summary>
internal sealed record Paired(string Kind, int Count) : Fact;

/// <summary>Tasks of a plan.</summary>
internal sealed record Tasks(string Kind, string Plan, params string[] Texts) : Fact
{
    /// <summary>Due in the year after, one for each village.</summary>
    public bool NextYearInEachVillage { get; init; }
}

/// <summary>What a measure is to reach.</summary>
internal sealed record Aim(string Measure, string? Conditions, int Years, long Hundredths) : Fact;
