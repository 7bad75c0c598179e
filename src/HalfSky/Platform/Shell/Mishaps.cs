using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Shell;

/// <summary>A bug becomes a 500 with a number that stands in the log; nothing of it is shown. Bodies too large or broken get a sentence.</summary>
internal sealed class Mishaps(RequestDelegate next, ILogger<Mishaps> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response.StatusCode is 400 && Empty(context))
                await Say(context, 400, new("form.expired", "这一页开得太久，或者在别处退出过，这次没有存。请退回上一页、刷新一下再存；写的内容退回去还在。"), "没有收下");
            else if (context.Response.StatusCode is 404 or 405 && Empty(context))
                await Say(context, context.Response.StatusCode, new("not-found", "没有这一页，或者不归您看。"), "找不到");
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            var large = bad.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await Say(context, bad.StatusCode, large ? new("request.large", "交上来的内容太大了（最多 64 MB），请分几次交。") : new("request.bad", "交上来的内容读不懂，请刷新后再试。"), "没有收下");
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            await Say(context, 413, new("request.large", "交上来的内容太大了：一项最多 100 万字，文件最多 10 MB。请删短或分几次交。"), "没有收下");
        }
        catch (Refusal refusal) when (!context.Response.HasStarted)
        {
            // Nothing is wrong with what was sent: it may be sent again as it is.
            var busy = refusal.Problems.Contains(DataProblems.Busy);
            if (busy) context.Response.Headers.RetryAfter = "2";
            await Say(context, busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, refusal.Problems[0], "没有存上");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 499;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var number = Convert.ToHexString(Guid.CreateVersion7().ToByteArray()[..4]);
            log.LogError(error, "mishap {Number} at {Path}", number, context.Request.Path);
            await Say(context, 500, new("mishap", $"程序出了错，这一步没有存上。请把编号 {number} 告诉管理员。", null), "出错了");
        }
    }

    private static bool Empty(HttpContext context) => !context.Response.HasStarted && context.Response.ContentLength is null && string.IsNullOrEmpty(context.Response.ContentType);

    private static async Task Say(HttpContext context, int status, Problem problem, string title)
    {
        context.Response.StatusCode = status;
        if (Problems.Wanted(context))
        {
            await Problems.Write(context, status, problem);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        var encode = System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        await context.Response.WriteAsync($"""
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · 半边天</title><link rel="stylesheet" href="/dist/app.css"></head>
            <body class="door"><main><section class="card p stack"><h1>{title}</h1><p>{encode.Encode(problem.Text)}</p><p><a class="btn" href="/">回首页</a></p></section></main></body></html>
            """);
    }
}
