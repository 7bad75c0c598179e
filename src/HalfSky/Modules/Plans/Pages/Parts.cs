using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>Entries as typed ones, for pages that gather a plan or an assessment.</summary>
internal static class Parts
{
    /// <summary>Entries of a register that she sees, in the order they were made.</summary>
    public static async Task<List<T>> Of<T>(Desk desk, Register register, Filter which, CancellationToken ct) where T : Entry
    {
        var found = new List<T>();
        await foreach (var row in new Query(desk.Session, register.Shape, desk.Sees(register)).Where(which).Stream([.. register.Shape.Columns.Select(c => c.Key)], [new("date"), new("id")], ct))
            found.Add((T)EntryColumns.Make(register, row));
        return found;
    }
}
