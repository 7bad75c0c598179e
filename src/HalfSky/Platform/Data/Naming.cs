using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Data;

/// <summary>snake_case for tables' columns, keys and indexes, once for the whole model.</summary>
public static class Naming
{
    // The builder writes names without quotes; these are words of SQLite or PostgreSQL.
    private static readonly HashSet<string> Reserved = [.. """
        add all alter analyse analyze and any array as asc asymmetric between both by case cast check collate collation column commit concurrently constraint create cross
        default deferrable delete desc distinct do drop else end escape except exists false fetch for foreign freeze from full grant group having ilike in index initially inner insert
        intersect into is isnull join lateral leading left like limit localtime natural not nothing notnull null offset on only or order outer overlaps placing primary references
        returning right select set similar some symmetric table tablesample then to trailing transaction true union unique update user using values variadic verbose when where window with
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>“RecordedAt” becomes “recorded_at”.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]) && name[i - 1] != '_') text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>Column of a property: “RecordedAt” becomes “recorded_at”, a word SQL keeps for itself gets an underscore behind it.</summary>
    public static string Column(string name) => Snake(name) is var snake && Reserved.Contains(snake) ? snake + "_" : snake;

    /// <summary>“RecordedAt” becomes “recordedAt”, the key on the wire.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    internal static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Column(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Snake(key.GetConstraintName()!));
        }
    }
}
