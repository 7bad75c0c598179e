using System.Diagnostics;
using System.Globalization;
using HalfSky.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var quick = args.Contains("--quick");
var size = quick ? new Size(3_000, 2, 3, 3, Samples: 10, Creates: 20, Starts: 1) : new Size(100_000, 8, 15, 20, Samples: 150, Creates: 300, Starts: 3);
var watch = Stopwatch.StartNew();
void Say(string text) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s  {text}");

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
