using HalfSky.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace HalfSky.Tests.Platform.Sealing;

public sealed class LogFileTests : IDisposable
{
    private const string Canary = "金丝雀CANARY-5520";
    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void What_people_typed_never_gets_into_the_log()
    {
        using var provider = new LogFile(_place.Folder, _place.Clock);
        var theirs = provider.CreateLogger("Microsoft.EntityFrameworkCore.Database.Command");
        theirs.LogError("Failed executing DbCommand [Parameters=[{Parameters}]", Canary);
        theirs.LogInformation("Request starting {Path}", Canary);
        var ours = provider.CreateLogger("HalfSky.Platform.Events.SealerJob");
        ours.LogError(new InvalidOperationException("outer " + Canary, new FormatException($"The input string '{Canary}' was not in a correct format.")), "Could not seal.");
        ours.LogInformation("two\nlines {Count}", 3);
        provider.Dispose();
        var text = File.ReadAllText(Directory.GetFiles(_place.Folder.Log).Single());
        Assert.DoesNotContain("CANARY", text);
        Assert.Contains("FAIL Microsoft.EntityFrameworkCore.Database.Command Failed executing DbCommand [Parameters=[{Parameters}]", text);
        Assert.Contains("System.FormatException", text);
        Assert.Contains("two ⏎ lines 3", text);
        Assert.DoesNotContain("Request starting", text);
    }

    [Fact]
    public void A_new_day_begins_a_new_file_and_old_ones_go()
    {
        using var provider = new LogFile(_place.Folder, _place.Clock, keepDays: 30);
        var log = provider.CreateLogger("HalfSky");
        for (var day = 0; day < 40; day++)
        {
            _place.Time.Shift = TimeSpan.FromDays(day);
            log.LogInformation("Day {Day}", day);
        }
        Assert.Equal(30, Directory.GetFiles(_place.Folder.Log).Length);
        Assert.True(File.Exists(Path.Combine(_place.Folder.Log, $"halfsky-{_place.Clock.Today:yyyyMMdd}.log")));
    }

    [Fact]
    public void A_log_that_cannot_be_written_stops_nobody()
    {
        using var provider = new LogFile(_place.Folder, _place.Clock);
        Directory.Delete(_place.Folder.Log, recursive: true);
        provider.CreateLogger("HalfSky").LogInformation("still going");
        Directory.CreateDirectory(_place.Folder.Log);
        provider.CreateLogger("HalfSky").LogInformation("and again");
        Assert.Single(Directory.GetFiles(_place.Folder.Log));
    }
}
