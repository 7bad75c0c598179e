using System.Runtime.CompilerServices;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>Holds the kept figures against the entries: the root and its townships, this year, the last and this month.</summary>
public sealed class TallyCheck(Session session, ReferenceSource source, Clock clock)
{
    /// <summary>A Chinese sentence for each figure that differs.</summary>
    public async IAsyncEnumerable<string> Run([EnumeratorCancellation] CancellationToken ct = default)
    {
        var (reference, today) = (await source.Take(session, ct), clock.Today);
        var everything = Scope.Whole("a check looks at every figure");
        var (reader, evaluator) = (new TallyReader(session, reference, today), new Evaluator(session, reference, today));
        foreach (var place in reference.Places.AtDepth(Branch.Root, 2).Select(n => n.Number).Prepend(Branch.Root))
        {
            foreach (var period in new[] { Period.YearOf(today), Period.YearOf(today).Previous, Period.MonthOf(today) })
            {
                var ask = new Ask(place, period);
                var kept = reference.Measures.Where(m => reader.Holds(m, ask)).ToList();
                foreach (var (measure, told) in kept.Zip(await reader.Read(kept, ask, _ => everything, ct)))
                {
                    var said = await evaluator.Read(measure, ask, everything, ct);
                    if ((said.Value, said.Pending) != (told.Value, told.Pending))
                        yield return $"数字“{measure.Label}”：{reference.Places.NameOf(place.Value)} {period.Label}记着 {told.Figure}，从台账数是 {said.Figure}。请运行 halfsky recount 重新数。";
                }
            }
        }
    }
}
