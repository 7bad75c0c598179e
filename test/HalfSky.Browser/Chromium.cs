using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Tests;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Debian's Chromium, driven by Playwright; one browser for the run, a fresh profile for each person.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("HALFSKY_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A page of a given width, signed in as the persona, or as nobody.</summary>
    public async Task<IPage> Page(County county, Persona? persona, int width = 1366, int height = 768)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = county.Address,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            HasTouch = width < 600,
            IsMobile = width < 600,
            AcceptDownloads = true,
        });
        if (persona is { } who)
            await context.AddCookiesAsync([new() { Name = AccessCookies.Session, Value = county.Facts.Signed[who].Cookie, Url = county.Address }]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        return page;
    }
}
