using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access.Sessions;

/// <summary>What is kept about a browser: enough for its owner to know it again, too little to follow her.</summary>
internal static class Browser
{
    // In this order: a WeChat web view also calls itself Chrome, Chrome also Safari.
    private static readonly (string Sign, string Name)[] Programs =
        [("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("HuaweiBrowser", "华为浏览器"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("QQBrowser", "QQ 浏览器"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("HarmonyOS", "鸿蒙"), ("Android", "安卓手机"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>“Windows · Chrome”.</summary>
    public static string Name(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return $"{Find(Systems, agent) ?? "其他设备"} · {Find(Programs, agent) ?? "其他程序"}";
    }

    /// <summary>“10.3.7.*”; the last part is never kept.</summary>
    public static string? Network(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return "本机";
        var bytes = address.GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*"
            : $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}:{bytes[4]:x2}{bytes[5]:x2}:*";
    }

    private static string? Find((string Sign, string Name)[] list, string agent)
    {
        foreach (var (sign, name) in list)
            if (agent.Contains(sign, StringComparison.Ordinal)) return name;
        return null;
    }
}
