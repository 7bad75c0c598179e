namespace HalfSky.Platform.Sheets;

/// <summary>How a column of an export is typed in a workbook.</summary>
public enum CellType
{
    /// <summary>Text, identifiers too: eighteen digits as a number lose the last three.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Money, in yuan.</summary>
    Money,
}

/// <summary>One column of an export.</summary>
/// <param name="Label">Heading.</param>
/// <param name="Type">How its cells are typed.</param>
/// <param name="Width">Width in characters.</param>
public sealed record SheetColumn(string Label, CellType Type, double Width);
