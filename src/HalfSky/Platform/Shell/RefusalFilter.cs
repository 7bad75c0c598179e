using HalfSky.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Platform.Shell;

/// <summary>
/// A refusal on a page becomes errors beside the fields and status 422, with what was typed still there. A route value that cannot be
/// read is 404: Razor Pages would run the handler with a default value instead.
/// </summary>
internal sealed class RefusalFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        foreach (var key in context.RouteData.Values.Keys)
        {
            if (context.ModelState.TryGetValue(key, out var state) && state.ValidationState is ModelValidationState.Invalid)
            {
                context.Result = new NotFoundResult();
                return;
            }
        }
        var done = await next();
        if (done.Exception is Refusal refusal && !done.ExceptionHandled && context.HandlerInstance is PageModel page)
        {
            done.ExceptionHandled = true;
            foreach (var problem in refusal.Problems) page.ModelState.AddModelError(problem.Field ?? "", problem.Text);
            page.Response.StatusCode = 422;
            done.Result = page.Page();
        }
    }
}
