namespace HalfSky.Platform.Registers;

/// <summary>The six groups of the navigation.</summary>
public enum Room
{
    /// <summary>工作台.</summary>
    Workbench,

    /// <summary>待办.</summary>
    Todo,

    /// <summary>办实事.</summary>
    Work,

    /// <summary>树新风.</summary>
    Families,

    /// <summary>强组织.</summary>
    Organization,

    /// <summary>看成效.</summary>
    Results,
}
