using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Search;

/// <summary>
/// The search index (D8): our own unigrams and bigrams, written in the entry's transaction. Scope and register are tokens of the
/// document, so a search never reads what the seeker may not see. Sealed text never comes here.
/// </summary>
public sealed class SearchIndex(Session session)
{
    private const int HashBits = 47;
    private static readonly DateOnly Epoch = new(1990, 1, 1);

    /// <summary>Number of an entry's document: days since 1990 (16 bits) above 47 bits of hash.</summary>
    public static long DocOf(Guid entry, DateOnly day)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(entry.ToByteArray(bigEndian: true), hash);
        var low = BinaryPrimitives.ReadInt64BigEndian(hash) & ((1L << HashBits) - 1);
        return ((long)Math.Clamp(day.DayNumber - Epoch.DayNumber, 0, 65_535) << HashBits) | low;
    }

    /// <summary>Writes the document of an entry, replacing what stood under its earlier day.</summary>
    public async Task Put(Register register, Entry entry, IEnumerable<string> titles, DateOnly? dayBefore, CancellationToken ct)
    {
        if (dayBefore is { } day) await Run(session.Dialect.Search.Remove, DocOf(entry.Id, day), entry.Id, register.Key, "", ct);
        if (entry.State is EntryState.Withdrawn) return;
        await Run(session.Dialect.Search.Put, DocOf(entry.Id, entry.Date), entry.Id, register.Key, GramsOf(register, entry, titles), ct);
    }

    /// <summary>A prepared writer for many documents.</summary>
    public Loader Load() => new(session);

    /// <summary>Searches words within a scope.</summary>
    /// <returns>Null when there is nothing to look for.</returns>
    public static SearchQuery? Query(string? text, Scope scope, params IReadOnlyList<string> registers)
    {
        var phrases = Grams.Query(text).Select(p => new SearchPhrase(p.Tokens, p.Prefix)).ToList();
        if (phrases.Count == 0) return null;
        var any = new List<IReadOnlyList<string>> { scope.Branches.Select(ScopeToken).DefaultIfEmpty("zsnone").ToList() };
        if (registers.Count > 0) any.Add([.. registers.Select(RegisterToken)]);
        return new(phrases, any);
    }

    /// <summary>Whether the query finds documents of that scope and register alone.</summary>
    internal static bool Covers(SearchQuery query, Scope scope, string register) => query.AnyOf is [var scopes, [var only]]
        && only == RegisterToken(register) && scopes.SequenceEqual(scope.Branches.Select(ScopeToken));

    /// <summary>Matching entries, newest first.</summary>
    public async Task<IReadOnlyList<(Guid Entry, string Register)>> Find(SearchQuery query, int skip, int take, CancellationToken ct)
    {
        await using var command = await Asking(session.Dialect.Search.Find, query, take, ct);
        session.Bind(command, "@skip", (long)skip);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, string)>();
        while (await reader.ReadAsync(ct)) found.Add(((Guid)session.Dialect.Read(reader, 0, typeof(Guid))!, reader.GetString(1)));
        return found;
    }

    /// <summary>How many match, at most <paramref name="most"/>.</summary>
    public async Task<long> Count(SearchQuery query, int most, CancellationToken ct)
    {
        await using var command = await Asking(session.Dialect.Search.Count, query, most, ct);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>What is indexed of an entry: its searchable fields, the titles of what it points at with their pinyin, scope and register.</summary>
    internal static string GramsOf(Register register, Entry entry, IEnumerable<string> titles)
    {
        var text = new StringBuilder(256);
        foreach (var field in register.Fields)
        {
            if (!field.Searchable || field.Sealed is not null || field.Read(entry) is not string value) continue;
            text.Append(Grams.Index(value)).Append(' ');
            if (field == register.TitleField) AppendPinyin(text, value);
        }
        foreach (var title in titles)
        {
            text.Append(Grams.Index(title)).Append(' ');
            AppendPinyin(text, title);
        }
        text.Append(RegisterToken(register.Key));
        foreach (var branch in new Branch(entry.Org).PathFromRoot()) text.Append(' ').Append(ScopeToken(branch));
        return text.ToString();
    }

    private static void AppendPinyin(StringBuilder text, string name)
    {
        foreach (var token in Pinyin.Tokens(name)) text.Append(token).Append(' ');
    }

    private static string ScopeToken(Branch branch) => "zs" + branch.Value.ToString(CultureInfo.InvariantCulture);

    private static string RegisterToken(string register) => "zr" + register.Replace("-", "", StringComparison.Ordinal);

    private async Task<DbCommand> Asking(string sql, SearchQuery query, int take, CancellationToken ct)
    {
        await session.Open(ct);
        var command = session.Command(sql);
        session.Bind(command, "@match", session.Dialect.MatchText(query));
        session.Bind(command, "@take", (long)take);
        return command;
    }

    private async Task Run(IReadOnlyList<string> statements, long doc, Guid entry, string register, string grams, CancellationToken ct)
    {
        await session.Open(ct);
        foreach (var statement in statements)
        {
            await using var command = session.Command(statement);
            Loader.Bind(session, command, statement);
            Loader.Set(session, command, doc, entry, register, grams);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Prepared statements for many documents.</summary>
    public sealed class Loader(Session session) : IAsyncDisposable
    {
        private DbCommand[]? commands;

        /// <summary>Writes the document of a new entry, cut before (<see cref="GramsOf"/>).</summary>
        internal async Task Add(Register register, Entry entry, string grams, CancellationToken ct)
        {
            commands ??= [.. session.Dialect.Search.Put.Select(s => { var c = session.Command(s); Bind(session, c, s); return c; })];
            foreach (var command in commands)
            {
                Set(session, command, DocOf(entry.Id, entry.Date), entry.Id, register.Key, grams);
                await command.ExecuteNonQueryAsync(ct);
            }
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            foreach (var command in commands ?? []) await command.DisposeAsync();
        }

        internal static void Bind(Session session, DbCommand command, string statement)
        {
            foreach (var name in new[] { "@doc", "@entry", "@register", "@grams" })
                if (statement.Contains(name, StringComparison.Ordinal)) session.Bind(command, name, null);
        }

        internal static void Set(Session session, DbCommand command, long doc, Guid entry, string register, string grams)
        {
            foreach (DbParameter p in command.Parameters)
                p.Value = session.Dialect.ToDriver(p.ParameterName switch { "@doc" => doc, "@entry" => entry, "@register" => register, _ => grams });
        }
    }
}
