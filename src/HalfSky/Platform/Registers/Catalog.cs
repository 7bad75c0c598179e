using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Own;
using HalfSky.Platform.Measures.Reported;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HalfSky.Platform.Registers;

/// <summary>The shipped vocabulary: what the modules declare. A county's own registers and kinds come on top in <see cref="Reference"/>.</summary>
public sealed class Catalog
{
    private readonly Lock binding = new();
    private bool bound;

    /// <summary>Reads the declarations of the modules.</summary>
    public Catalog(IReadOnlyList<Module> modules)
    {
        Modules = modules;
        Registers = [.. modules.SelectMany(m => m.Registers)];
        Roles = new(modules.SelectMany(m => m.Roles));
        Measures = [.. Registers.SelectMany(r => r.Measures)];
        Duties = [.. Registers.SelectMany(r => r.Duties.Select(d => (r, d)))];
        Limits = [Targets.Behind, .. modules.SelectMany(m => m.Limits)];
        Permissions = [.. modules.SelectMany(m => m.Permissions)];
        var twice = Registers.Select(r => r.Key).Concat(Measures.Select(m => m.Key)).GroupBy(k => k).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InvalidOperationException($"declared twice: {twice.Key}");
    }

    /// <summary>The modules in order.</summary>
    public IReadOnlyList<Module> Modules { get; }

    /// <summary>Shipped registers.</summary>
    public IReadOnlyList<Register> Registers { get; }

    /// <summary>Shipped roles.</summary>
    public Roles Roles { get; }

    /// <summary>Shipped measures.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Duty rules with the register that makes them.</summary>
    public IReadOnlyList<(Register Register, DutyRule Rule)> Duties { get; }

    /// <summary>Numbers that differ by county.</summary>
    public IReadOnlyList<Limit> Limits { get; }

    /// <summary>Permissions beside the registers' acts.</summary>
    public IReadOnlyList<Permission> Permissions { get; }

    /// <summary>The register whose entries are the organisation tree.</summary>
    public Register Organizations => Registers.Single(r => r.IsOrganizationTree);

    /// <summary>The register whose entries give rights.</summary>
    public Register Posts => Registers.Single(r => r.Rights is not null);

    /// <summary>The shipped register of that key.</summary>
    public Register this[string key] => Registers.First(r => r.Key == key);

    /// <summary>Adds every table to EF's model.</summary>
    internal void Map(ModelBuilder builder)
    {
        AccessModel.Map(builder);
        Events.EventRow.Map(builder);
        Events.EventHead.Map(builder);
        Sealing.Attachment.Map(builder);
        Places.Place.Map(builder);
        KindItem.Map(builder);
        RegisterDefinition.Map(builder);
        SavedView.Map(builder);
        Setting.Map(builder);
        Imports.Import.Map(builder);
        Duty.Map(builder);
        RuleChange.Map(builder);
        TallyCell.Map(builder);
        MeasureDefinition.Map(builder);
        ReportedFigure.Map(builder);
        Search.SearchDoc.Map(builder);
        foreach (var register in Registers) register.MapEntity(builder);
        foreach (var module in Modules) module.Map(builder);
    }

    /// <summary>Takes column names from EF's model, so that builder and EF cannot disagree. A field EF does not map stops the start.</summary>
    public void Bind(IModel model)
    {
        lock (binding)
        {
            if (bound) return;
            foreach (var register in Registers)
            {
                var entity = model.FindEntityType(register.New().GetType()) ?? throw new InvalidOperationException($"{register.Key} is not mapped");
                var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
                register.Bind(f => entity.FindProperty(f.Property!)?.GetColumnName(table)
                    ?? throw new InvalidOperationException($"{register.Key}.{f.Key} is not mapped"));
            }
            bound = true;
        }
    }
}
