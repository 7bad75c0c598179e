using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>Attachments of an entry: added by who may change it, opened by who may read it.</summary>
internal static class Attachments
{
    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/r/{key}/{id:guid}/files", Add).WithMetadata(new SignedInAttribute()).DisableAntiforgery();
        routes.MapGet("/r/{key}/{id:guid}/files/{file:guid}", Open).WithMetadata(new SignedInAttribute(), new SealedPageAttribute());
    }

    private static async Task<IResult> Add(string key, Guid id, HttpContext context, Desk desk, Recording recording, AttachmentFiles files, IAntiforgery forgery, ITempDataDictionaryFactory temp, CancellationToken ct)
    {
        await forgery.ValidateRequestAsync(context);
        if ((await desk.Reference(ct)).Register(key) is not { } register) return Results.NotFound();
        if (await recording.Find(register, id, desk.User.Scope(register.Permission("record")), ct) is not { State: not EntryState.Withdrawn } entry) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        string word;
        if (form.Files.Count == 0)
        {
            word = "请先选一个文件。";
        }
        else
        {
            await using var stream = form.Files[0].OpenReadStream();
            var verdict = await files.Accept(stream, form.Files[0].FileName, form.Files[0].ContentType, ct);
            word = verdict.Problem?.Text ?? "附件加上了。";
            if (verdict.File is { } file)
            {
                await desk.Session.Write(c =>
                {
                    var row = Attachment.Make(recording.Vault, recording.Clock, file, entry.Id, register.Key, entry.Org, desk.User.Account);
                    desk.Session.Db.Add(row);
                    desk.Session.Db.Add(EventRow.Make(recording.Vault, recording.Clock, desk.User.Account, register.Key, entry.Id, entry.Org, entry.Place, "attached", entry.Version,
                        new System.Text.Json.Nodes.JsonObject { ["attachment"] = row.Id.ToString() }.ToJsonString()));
                    return Task.CompletedTask;
                }, ct);
            }
        }
        var data = temp.GetTempData(context);
        data["toast"] = word;
        data.Save();
        return Results.Redirect($"/r/{key}/{id}");
    }

    private static async Task<IResult> Open(string key, Guid id, Guid file, HttpContext context, Desk desk, Recording recording, AttachmentFiles files, CancellationToken ct)
    {
        if ((await desk.Reference(ct)).Register(key) is not { } register) return Results.NotFound();
        if (await recording.Find(register, id, desk.Sees(register), ct) is null) return Results.NotFound();
        var row = await desk.Session.Db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == file && a.Entry == id && a.RemovedAt == null, ct);
        if (row is null || !files.Exists(row.ContentHash)) return Results.NotFound();
        return Results.Stream(files.Open(row.ContentHash), row.MediaType, row.NameFor(recording.Vault));
    }
}
