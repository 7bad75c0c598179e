using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>How much a file from outside may hold before it is refused.</summary>
/// <param name="MostBytes">Bytes of the file itself.</param>
/// <param name="MostExpanded">Bytes its parts unpack to, counted while they are read.</param>
/// <param name="MostRatio">Unpacked bytes for one packed byte, looked at beyond <paramref name="FreeExpanded"/>.</param>
/// <param name="FreeExpanded">Unpacked bytes that are never too many: small files of one repeated row pack very well.</param>
/// <param name="MostCells">Cells with anything in them, and the gaps before them.</param>
/// <param name="MostSheets">Sheets.</param>
/// <param name="MostEntries">Parts in the zip.</param>
public sealed record Limits(
    long MostBytes = 50L << 20, long MostExpanded = 600L << 20, int MostRatio = 300, long FreeExpanded = 32L << 20, int MostCells = 6_000_000, int MostSheets = 200, int MostEntries = 2000);

/// <summary>Counts against the limits while one file is read.</summary>
internal sealed class Tally(Limits limits, long packed)
{
    private long expanded;
    private int cells, sheets;

    public Limits Limits => limits;

    public void Cells(int more)
    {
        if ((cells += more) > limits.MostCells) throw new Refusal(SourceProblems.TooManyCells(limits.MostCells));
    }

    public void Sheet()
    {
        if (++sheets > limits.MostSheets) throw new Refusal(SourceProblems.TooManySheets(limits.MostSheets));
    }

    public void Expanded(int more)
    {
        expanded += more;
        if (expanded > limits.MostExpanded || expanded > limits.FreeExpanded && expanded / limits.MostRatio > packed) throw new Refusal(SourceProblems.Bomb);
    }
}
