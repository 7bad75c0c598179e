using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Api;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Registers.Api;

/// <summary>The programming interface: which address does what. Who is not signed in gets 401, what is not hers 404.</summary>
public static class ApiRoutes
{
    private const string Root = "/api/v1", Json = "application/json", Trouble = "application/problem+json";

    private static readonly ApiParameter[] Paging = [new("page", "页码，从 1 起", "integer"), new("size", "每页条数，最多 200", "integer")];

    private static readonly ApiParameter[] List =
    [
        new("place", "地点：12 位代码或编号，含下级"), new("from", "从哪天（含），按发生日期"), new("to", "到哪天（含）"), new("month", "月份 2026-03，代替 from、to"),
        new("period", "时段 2026、2026H1、2026Q1、2026-01-01..2026-11-22，代替 from、to"), new("q", "要查的词，姓名可用拼音首字母"),
        new("state", "draft、submitted、verified、returned、withdrawn 或 all，可重复；不写为除撤销以外的全部"),
        new("sort", "排序：日期、数字、短文字、类别、地点的键，前加 - 为从大到小，逗号分隔；默认 -date"),
        new("{field}", "任一字段的键，值可重复；与上面同名的字段写成 field.from；日期可写时段，数字可写 1..10；长文字用 q"),
    ];

    private static readonly ApiParameter[] Ask =
    [
        new("place", "地点：12 位代码或编号，含下级；不写为本人所在地"), new("from", "从哪天（含）"), new("to", "到哪天（含），不写为今天"), new("period", "时段 2026、2026H1、2026Q1、2026-03"),
        new("by", "按什么分，逗号分隔，最多三项：month、quarter、year、township、village、grid 或该口径的字段"), new("published", "只数已核的", "boolean"),
        new("{dimension}", "只要分项里的一行，例如 village=代码、kind=monthly；没有值的一行写 -"),
    ];

    private static readonly ApiParameter Version = new("If-Match", "读到的版本（ETag）", In: "header", Required: true);

    private static readonly ApiBody One = new("一条，或者最多 500 条的数组。id 是自己生成的 UUIDv7，重交不会重复；draft 存草稿，confirmed 表示已看过疑似重复的提示。",
        """{"id":"019b0000-0000-7000-8000-000000000001","values":{"date":"2026-03-08","note":"都好"},"draft":false,"confirmed":false}""");

    private static readonly ApiBody Reason = new("原因。", """{"reason":"日期记错了"}""");

    /// <summary>Services of the interface and of the exports.</summary>
    public static IServiceCollection AddHalfSkyApi(this IServiceCollection services) =>
        services.AddScoped<RegistersApi>().AddScoped<EntriesApi>().AddScoped<MeasuresApi>().AddScoped<Export>().AddScoped<FormShelf>().AddScoped<FormFilling>();

    /// <summary>Maps the interface and the exports.</summary>
    public static WebApplication MapHalfSkyApi(this WebApplication app)
    {
        var api = app.MapGroup(Root).WithMetadata(new SignedInAttribute());
        Registers(api.MapGroup("/registers").WithTags("台账"));
        Measures(api.MapGroup("/measures").WithTags("口径"));
        app.MapGet("/r/{key}/export.{format:regex(^(csv|xlsx)$)}", Sheet).WithMetadata(new SignedInAttribute()).ExcludeFromDescription();
        return app;
    }

    private static void Registers(RouteGroupBuilder api)
    {
        api.MapGet("", (RegistersApi it, CancellationToken ct) => it.All(ct)).Says("台账清单", "本人能看的台账。");
        api.MapGet("/{key}", (RegistersApi it, string key, CancellationToken ct) => it.One(key, ct))
            .Says("一本台账", "字段、类别、口径，以及本人能做什么。");
        api.MapGet("/{key}/entries", (RegistersApi it, string key, HttpContext http, CancellationToken ct) => it.Entries(key, http.Request.Query, ct))
            .Says("查台账", "按条件取一页，新的在前；条件读不懂时 422，不会悄悄略过。", [.. List, .. Paging]);
        api.MapPost("/{key}/entries", (EntriesApi it, string key, HttpContext http, CancellationToken ct) => it.Record(key, http, ct))
            .Says("记一条或多条", "一条：201 记下，200 是重交，422 不合规则，409 编号被别的内容占用。数组：200，每条一个结论，互不影响。").WithMetadata(One);
        api.MapGet("/{key}/entries/{id}", (RegistersApi it, string key, string id, HttpContext http, CancellationToken ct) => it.Entry(key, id, http.Response, ct))
            .Says("一条", "值按字段的键；金额是整数分；加密的项是 ***；names 是所指的人、户、地点的名称；ETag 是版本。");
        api.MapPut("/{key}/entries/{id}", (EntriesApi it, string key, string id, HttpContext http, CancellationToken ct) => it.Change(key, id, http, ct))
            .Says("改一条", "没写的字段保持不变。没有 If-Match 为 428；别人先改了为 412，current 里是现在的内容。", Version).WithMetadata(One);
        foreach (var (verb, summary, text) in new[] { ("withdraw", "撤销", "撤销后不再计数，记录留在日志里。"), ("return", "退回", "退回重填，对应的待办重新打开。"), ("verify", "核对", "核对无误。") })
        {
            var route = api.MapPost("/{key}/entries/{id}/" + verb, (EntriesApi it, string key, string id, HttpContext http, CancellationToken ct) => it.Act(key, id, verb, http, ct))
                .Says(summary, text, Version with { Required = verb == "withdraw" });
            if (verb != "verify") route.WithMetadata(Reason);
        }
        api.MapGet("/{key}/export.{format:regex(^(csv|xlsx)$)}", Sheet)
            .Says("导出", "条件与查台账相同，不分页。姓名默认打码；有权限的写 unmasked=1 导出全名和加密项。每次导出都留记录。", [.. List, new("unmasked", "1 为不打码", "boolean")]);
    }

    private static void Measures(RouteGroupBuilder api)
    {
        api.MapGet("", (MeasuresApi it, CancellationToken ct) => it.All(ct)).Says("口径清单", "本人能看的数字。");
        api.MapGet("/{key}", (MeasuresApi it, string key, HttpContext http, CancellationToken ct) => it.One(key, http.Request.Query, ct))
            .Says("一个数字", "口径的定义；给了时段就有数：value 是整数（金额为分，比率为万分之一），text 是写法，pending 是其中待核，recorded/villages 是有记录的村数。", Ask);
        api.MapGet("/{key}/entries", (MeasuresApi it, string key, HttpContext http, CancellationToken ct) => it.Entries(key, http.Request.Query, ct))
            .Says("数字背后", "数到的每一条；去重的口径一人（户）一条，取最新的。total 就是那个数。", [.. Ask, .. Paging]);
    }

    private static Task<IResult> Sheet(Export export, string key, string format, HttpContext http, CancellationToken ct) =>
        export.Answer(key, format, http.Request.Query, ct);

    private static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string summary, string text, params ApiParameter[] parameters) => route
        .WithSummary(summary).WithDescription(text).WithMetadata([.. parameters])
        .Produces(StatusCodes.Status200OK, contentType: Json)
        .Produces(StatusCodes.Status401Unauthorized, contentType: Trouble)
        .Produces(StatusCodes.Status404NotFound, contentType: Trouble)
        .Produces(StatusCodes.Status422UnprocessableEntity, contentType: Trouble);
}
