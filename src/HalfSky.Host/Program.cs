using HalfSky.Host;

return await Commands.Run(args);

/// <summary>The executable; public for the test host.</summary>
public partial class Program;
