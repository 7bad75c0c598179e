using System.Diagnostics;
using System.Globalization;
using HalfSky.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var quick = args.Contains("--quick");
var size = quick ? new Size(3_000, 2, 3, 3, Samples: 10, Creates: 20, Starts: 1) : new Size(100_000, 8, 15, 20, Samples: 150, Creates: 300, Starts: 3);
var watch = Stopwatch.StartNew();
void Say(string text) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s  {text}");

if (args.Contains("--board"))
{
    int[] sizes = [.. args.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0)];
    if (sizes.Length == 0) sizes = quick ? [2_000, 20_000] : [100_000, 1_000_000];
    var small = size with { Visits = quick ? 500 : 3_000, Homes = 5 };
    var boards = new Report("board", quick, small);
    var medians = new List<double>();
    foreach (var entries in sizes)
    {
        await using var own = await BenchDatabase.Make(args.Contains("--keep"));
        CountyKeys who;
        await using (var house = await InProcess.Open(own)) who = await new BenchCounty(house, small, Say).Load(boards);
        medians.Add(await new Board(own, who, boards, Say).Run(entries, quick ? 5 : 40));
    }
    if (sizes.Length > 1) boards.Add($"{sizes[1] / sizes[0]} times the entries cost", medians[1] / medians[0], "times as much");
    boards.Print(Console.Out);
    Say($"written to {boards.Save(Path.Combine("bench", "results"))}");
    return boards.Failed ? 1 : 0;
}

if (args.Contains("--summary"))
{
    await using var own = await BenchDatabase.Make(args.Contains("--keep"));
    var entries = args.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : 0).FirstOrDefault(n => n > 0, quick ? 20_000 : 1_000_000);
    var told = new Report("summary", quick, size);
    CountyKeys who;
    await using (var house = await InProcess.Open(own)) who = await new BenchCounty(house, size, Say).Load(told);
    await new Summary(own, who, told, Say).Run(entries, size.Visits, quick ? 5 : 40);
    told.Print(Console.Out);
    Say($"written to {told.Save(Path.Combine("bench", "results"))}");
    return told.Failed ? 1 : 0;
}

if (args.Contains("--todo") || args.Contains("--year"))
{
    await using var own = await BenchDatabase.Make(args.Contains("--keep"));
    var told = new Report(args.Contains("--todo") ? "todo" : "year", quick, size);
    if (args.Contains("--todo")) await new Todo(own, told, Say).Run(quick ? 5_000 : 100_000, quick ? 0.05 : 1, quick ? 10 : 60);
    else await new TownshipYear(own, told, Say).Run(quick ? 0.05 : 1, args.Contains("--busy"), args.Contains("--all"));
    told.Print(Console.Out);
    Say($"written to {told.Save(Path.Combine("bench", "results"))}");
    return told.Failed ? 1 : 0;
}

await using var database = await BenchDatabase.Make(args.Contains("--keep"));
Say($"{database.Kind}, {size.Visits:#,##0} visits in {size.Townships} townships × {size.Villages} villages");
var report = new Report(database.Kind, quick, size);

CountyKeys keys;
await using (var house = await InProcess.Open(database))
{
    keys = await new BenchCounty(house, size, Say).Load(report);
}

await using var host = await HostProcess.Measure(database, keys, size.Starts, report, Say);
await using (var house = await InProcess.Open(database))
await using (var bare = await Bare.Open(database, keys))
{
    using var web = new Web(host.Address, keys);
    await web.MeasureBytes(report);
    // Until the compiler has seen the paths often enough, a first workload would pay for all.
    await web.Warm(quick ? 5 : 300);
    Say("warm");
    foreach (var (work, asker) in Workloads.Reads(keys, bare, house, web)) await work.Run(size.Samples, asker, host, report, Say);
    foreach (var clients in new[] { 1, 16 }) await Creates.Run(clients, size.Creates, database, house, web, host, keys, report, Say);
}
host.MeasureMemory(report, "after the workloads");
report.Print(Console.Out);
var file = report.Save(Path.Combine("bench", "results"));
Say($"written to {file}");
return report.Failed ? 1 : 0;
