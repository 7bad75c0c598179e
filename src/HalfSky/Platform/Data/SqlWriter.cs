using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data.Provider;

namespace HalfSky.Platform.Data;

/// <summary>Collects SQL text and its parameters. Every value is a parameter; every name comes from a <see cref="Shape"/>.</summary>
public sealed class SqlWriter(Dialect dialect)
{
    private readonly StringBuilder text = new();
    private readonly List<object?> values = [];

    /// <summary>The dialect written for.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>Values in order of their parameters @p0, @p1 …</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>Appends text.</summary>
    public SqlWriter Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Appends a parameter.</summary>
    public SqlWriter Value(object? value) => Add(Parameter(value));

    /// <summary>Registers a value and gives its parameter's name.</summary>
    public string Parameter(object? value)
    {
        values.Add(value);
        return "@p" + (values.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Appends parts joined by a separator; writes <paramref name="none"/> when there are none.</summary>
    public SqlWriter Join<T>(IEnumerable<T> parts, string separator, Action<T> write, string none = "")
    {
        var first = true;
        foreach (var part in parts)
        {
            if (!first) Add(separator);
            first = false;
            write(part);
        }
        return first ? Add(none) : this;
    }

    /// <summary>Appends “column lies in one of the branches”. No branch at all is false.</summary>
    public SqlWriter Within(string column, IEnumerable<Branch> branches, bool drives)
    {
        var name = drives ? column : Dialect.WithoutIndex(column);
        Add("(").Join(branches, " OR ", b => Add(name).Add(" >= ").Value(b.Low).Add(" AND ").Add(name).Add(" < ").Value(b.High), "1=0");
        return Add(")");
    }
}
