using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports.Pages;

/// <summary>导入: a workbook is handed in; it is looked at first, nothing is written yet. Below stand the imports of before.</summary>
[SignedIn]
[RequestSizeLimit(52L << 20)]
public sealed class UploadPage(Desk desk, Importing importing) : AppPage(desk)
{
    private const int Most = 20;
    private static readonly Problem NoFile = new("import.no-file", "请先选一个表格文件。", "file");

    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Imports of before, newest first.</summary>
    public IReadOnlyList<Import> Before { get; private set; } = [];

    /// <summary>Name of a file.</summary>
    public string NameOf(Import import) => importing.NameOf(import);

    /// <summary>Words above the columns the register knows best, as an example.</summary>
    public IReadOnlyList<string> Heads => [.. Register.Fields.Where(f => !f.Derived && (f.Listed || f.Required)).OrderBy(f => f == Register.TitleField ? 0 : 1).Take(7).Select(f => f.Key == "place" ? "村" : f.Label)];

    /// <summary>Asks for the file.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await Open(key, ct) ? Page() : NotFound();

    /// <summary>Reads the file and keeps it, to be looked at.</summary>
    public async Task<IActionResult> OnPostAsync(string key, IFormFile? file, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        if (file is null || file.Length == 0) throw new Refusal(NoFile);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var name = Path.GetFileName(file.FileName);
        var table = await importing.Read(Register, SourceBook.Read(content.ToArray(), name), name, null, null, ct);
        var import = await importing.Keep(table, name, content.ToArray(), new ImportChoices(), ct);
        return LocalRedirect($"/imports/{import.Id}");
    }

    private async Task<bool> Open(string key, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register || !Importing.MayImport(Desk.User, register)) return false;
        Register = register;
        var before = new List<Import>();
        foreach (var branch in Desk.User.Scope(register.Permission("record")).Branches)
        {
            var (low, high) = (branch.Low, branch.High);
            before.AddRange(await Desk.Session.Db.Set<Import>().AsNoTracking().Where(i => i.Register == key && i.Org >= low && i.Org < high).OrderByDescending(i => i.At).Take(Most).ToListAsync(ct));
        }
        Before = [.. before.DistinctBy(i => i.Id).OrderByDescending(i => i.At).Take(Most)];
        return true;
    }
}
