using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HalfSky.Tests;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>
/// Every page at three widths: empty, full, with long names, with an error, with focus, for print. Fails on a box wider than the page,
/// contrast under 4.5:1 and what axe finds. The pictures go into an ignored folder, to be looked at.
/// </summary>
public sealed class Pictures(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("HALFSKY_PICTURES");
    private static readonly int[] Widths = [390, 1366, 1440];

    [Fact]
    public async Task Every_page_fits_its_width_and_can_be_read_by_everybody()
    {
        Assert.SkipWhen(Wanted is null, "drawn and judged by bin/test --pictures");
        await using var county = await County.Start(listen: true);
        await using var empty = await County.FirstDay();
        var scenes = await Scenes.Of(county, empty);
        // “HALFSKY_PICTURES=map,venue” draws those alone, for who is at work on them.
        if (Wanted != "1") scenes = [.. scenes.Where(s => Wanted!.Split(',').Any(w => s.Name.StartsWith(w, StringComparison.Ordinal)))];
        var faults = new List<string>();
        foreach (var width in Widths)
        {
            foreach (var group in scenes.GroupBy(s => (s.Persona, s.In)))
            {
                var page = await chromium.Page(group.Key.In ?? county, group.Key.Persona, width, width < 600 ? 844 : 800);
                foreach (var scene in group) faults.AddRange(await Look(page, scene, width));
                await page.Context.CloseAsync();
            }
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HalfSky.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static async Task<IReadOnlyList<string>> Look(IPage page, Scene scene, int width)
    {
        var faults = new List<string>();
        var name = $"{scene.Name}-{width}";
        var errors = new List<string>();
        page.Console += Hear;
        var answer = await page.GotoAsync(scene.Path);
        try
        {
            if (scene.Do is not null) await scene.Do(page);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            faults.Add($"{name}: {error.Message.Split('\n')[0]}");
        }
        if (scene.Print) await page.EmulateMediaAsync(new() { Media = Media.Print });
        if (answer is not null && answer.Status >= 400 && scene.Do is null) faults.Add($"{name}: {answer.Status} {scene.Path}");
        if (!scene.Print)
        {
            var wide = await page.EvaluateAsync<string[]>("""
                () => {
                  const limit = document.documentElement.clientWidth + 1, found = [];
                  if (document.documentElement.scrollWidth > limit) found.push('page ' + document.documentElement.scrollWidth);
                  for (const e of document.querySelectorAll('body *')) {
                    if (e.closest('.ox, .hidden-visually, .skip, svg, details:not([open])')) continue;
                    const r = e.getBoundingClientRect();
                    if (r.width > 0 && r.right > limit && getComputedStyle(e).position !== 'fixed') found.push(e.tagName + '.' + e.className + ' ' + Math.round(r.right));
                  }
                  return found.slice(0, 4);
                }
                """);
            faults.AddRange(wide.Select(w => $"{name}: wider than the page: {w}"));
            var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa"] } });
            faults.AddRange(axe.Violations.Select(v => $"{name}: {v.Id}: {v.Nodes[0].Html[..Math.Min(160, v.Nodes[0].Html.Length)]}{(v.Id == "color-contrast" ? " " + v.Nodes[0].Any.FirstOrDefault()?.Message : "")}"));
        }
        if (Wanted is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Root(), "pictures", name + ".png"), FullPage = true });
        // The sheets themselves: what is repeated, where they break.
        if (scene.Print && width == Widths[^1]) await page.PdfAsync(new() { Path = Path.Combine(Root(), "pictures", scene.Name + ".pdf"), PreferCSSPageSize = true, PrintBackground = true });
        if (scene.Print) await page.EmulateMediaAsync(new() { Media = Media.Screen });
        page.Console -= Hear;
        faults.AddRange(errors.Select(e => $"{name}: {e}"));
        return faults;

        void Hear(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)) errors.Add(message.Text);
        }
    }
}
