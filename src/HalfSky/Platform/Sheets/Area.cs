namespace HalfSky.Platform.Sheets;

/// <summary>Cells of one rectangle, both corners within; A is 1.</summary>
public readonly record struct Area(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Reads “B3:D3” or “B3”.</summary>
    public static Area Of(string reference)
    {
        var ends = reference.Split(':');
        var (top, left) = At(ends[0]);
        var (bottom, right) = At(ends[^1]);
        return new(top, left, bottom, right);
    }

    /// <summary>“B3:D3”.</summary>
    public override string ToString() => $"{Letters(Left)}{Top}:{Letters(Right)}{Bottom}";

    /// <summary>Row and column of “$B$3”.</summary>
    public static (int Row, int Column) At(string cell)
    {
        int column = 0, row = 0;
        foreach (var c in cell)
            if (char.IsAsciiLetter(c)) column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            else if (char.IsAsciiDigit(c)) row = row * 10 + (c - '0');
        return (row, column);
    }

    /// <summary>“AB” of 28.</summary>
    public static string Letters(int column)
    {
        var text = "";
        for (; column > 0; column = (column - 1) / 26) text = (char)('A' + (column - 1) % 26) + text;
        return text;
    }
}
