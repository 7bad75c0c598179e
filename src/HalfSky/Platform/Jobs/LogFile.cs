using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HalfSky.Platform.Jobs;

/// <summary>
/// Writes <c>log/halfsky-yyyyMMdd.log</c>. What people typed never gets in: of other people's code only the bare template of a message
/// is written, not its values, and of an exception only type and place unless its message is known to be harmless.
/// </summary>
/// <param name="folder">Where the log lies.</param>
/// <param name="clock">The time; a day is one in China.</param>
/// <param name="keepDays">Days kept. The law asks for six months (网络安全法, network logs), so the default is a little more.</param>
[ProviderAlias("File")]
public sealed class LogFile(DataFolder folder, Clock clock, int keepDays = 190) : ILoggerProvider
{
    /// <summary>A log that runs wild must not fill the disk on which people save.</summary>
    private const long MostBytesADay = 100 * 1024 * 1024;

    private const string Own = "HalfSky", Lifetime = "Microsoft.Hosting.Lifetime";

    private readonly ConcurrentDictionary<string, FileLogger> _loggers = new();
    private readonly Lock _lock = new();
    private FileStream? _file;
    private DateOnly _day;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, name => new FileLogger(this, name));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            // A log that cannot be written must not stop the work that wanted to tell something.
            try
            {
                if (_file is null || _day != clock.Today) Roll();
                if (_file!.Length > MostBytesADay) return;
                _file.Write(Encoding.UTF8.GetBytes(line));
                _file.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                _file = null;
            }
        }
    }

    private void Roll()
    {
        _file?.Dispose();
        _day = clock.Today;
        _file = DiskFile.Append(Path.Combine(folder.Log, string.Create(CultureInfo.InvariantCulture, $"halfsky-{_day:yyyyMMdd}.log")));
        foreach (var old in Directory.EnumerateFiles(folder.Log, "halfsky-????????.log"))
        {
            if (DateOnly.TryParseExact(Path.GetFileName(old)[8..16], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day <= _day.AddDays(-keepDays)) DiskFile.TryDelete(old);
        }
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Critical => "CRIT",
        LogLevel.Error => "FAIL",
        LogLevel.Warning => "WARN",
        _ => "info",
    };

    // Messages of most exceptions quote the value that was wrong. These do not: SQLite's names a constraint, an IOException a path of ours.
    private static string Told(Exception error)
    {
        var told = new StringBuilder();
        for (var e = error; e is not null; e = e.InnerException)
        {
            told.Append("    ").Append(e.GetType().FullName).Append(e switch
            {
                Refusal refusal => $": {string.Join(", ", refusal.Problems.Select(p => p.Code))}",
                SqliteException sqlite => $": {sqlite.SqliteErrorCode}/{sqlite.SqliteExtendedErrorCode} {sqlite.Message}",
                PostgresException postgres => $": {postgres.SqlState} {postgres.TableName} {postgres.ConstraintName}",
                IOException => $": {e.Message}",
                _ => "",
            }).Append('\n').Append(e.StackTrace).Append('\n');
        }
        return told.ToString();
    }

    private sealed class FileLogger(LogFile file, string category) : ILogger
    {
        private readonly bool _isOwn = category.StartsWith(Own, StringComparison.Ordinal) || category == Lifetime;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= (_isOwn ? LogLevel.Information : LogLevel.Warning);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var text = _isOwn ? formatter(state, exception) : Template(state);
            var at = file.Now;
            // One line a message: nobody can forge a second one.
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $"{at:yyyy-MM-dd HH:mm:ss.fff} {Name(logLevel)} {category} {text.ReplaceLineEndings(" ⏎ ")}\n{(exception is null ? "" : Told(exception))}"));
        }

        private static string Template<TState>(TState state) =>
            (state as IReadOnlyList<KeyValuePair<string, object?>>)?.LastOrDefault(p => p.Key == "{OriginalFormat}").Value as string ?? "(no template)";
    }

    private DateTime Now => clock.WallTimeOf(clock.Now);
}
