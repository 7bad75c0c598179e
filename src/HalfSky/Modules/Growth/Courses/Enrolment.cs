using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>An enrolment 学员: one person on the list of a course. Its place is where she comes from.</summary>
public sealed class Enrolment : Entry
{
    /// <summary>The course.</summary>
    public Guid Course { get; set; }

    /// <summary>The person.</summary>
    public Guid? Person { get; set; }

    /// <summary>Her name, where she is not in the register of people.</summary>
    public string? Name { get; set; }

    /// <summary>Who is counted once: the person, else name and village.</summary>
    public string? Learner { get; set; }

    /// <summary>Finished the course.</summary>
    public bool Finished { get; set; }

    /// <summary>Certificate given.</summary>
    public string? Certificate { get; set; }

    /// <summary>Number of the certificate.</summary>
    public string? CertificateNumber { get; set; }

    /// <summary>Skill of the course.</summary>
    public string? Skill { get; set; }

    /// <summary>What the course serves.</summary>
    public string? Purpose { get; set; }

    /// <summary>Who the course is for.</summary>
    public string? Audience { get; set; }

    /// <summary>Mode of the course.</summary>
    public string? Mode { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && string.IsNullOrWhiteSpace(Name)) yield return new("enrolment.person", "请点选学员，台账里没有的写姓名。", "person");
        if (!string.IsNullOrEmpty(CertificateNumber) && string.IsNullOrEmpty(Certificate)) yield return new("enrolment.certificate", "填了证书编号，请选一下是什么证。", "certificate");
        if (!string.IsNullOrEmpty(Certificate) && !Finished) yield return new("enrolment.finished", "发了证，请勾“结业”。", "finished");
    }
}
