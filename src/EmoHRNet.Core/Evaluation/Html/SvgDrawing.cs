using System.Globalization;
using System.Net;
using System.Text;

namespace EmoHRNet.Evaluation.Html;

/// <summary>Draws shapes and text as SVG; colors come from style classes, of the surrounding page or its own.</summary>
/// <param name="width">The width in the drawing's own units.</param>
/// <param name="height">The height.</param>
/// <param name="title">What the picture shows, for screen readers.</param>
internal sealed class SvgDrawing(double width, double height, string title)
{
    private readonly StringBuilder _shapes = new();

    public double Width => width;

    public double Height => height;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" class=\"{style}\"/>");

    public void Rectangle(double x, double y, double w, double h, string style, double opacity = 1, double radius = 2, string? tip = null) =>
        Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, w):0.##}\" height=\"{Math.Max(0, h):0.##}\" rx=\"{radius:0.##}\" class=\"{style}\" fill-opacity=\"{opacity:0.###}\">{Tip(tip)}</rect>");

    public void Circle(double x, double y, double radius, string style, string? tip = null) =>
        Add($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" class=\"{style}\">{Tip(tip)}</circle>");

    /// <summary>Text whose anchor (start, middle or end) is at a point, rotated by <paramref name="turn"/> degrees.</summary>
    public void Text(double x, double y, string text, string style, string anchor = "middle", double turn = 0)
    {
        string rotation = turn == 0 ? "" : FormattableString.Invariant($" transform=\"rotate({turn:0.#} {x:0.##} {y:0.##})\"");
        Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" class=\"{style}\"{rotation}>{WebUtility.HtmlEncode(text)}</text>");
    }

    /// <summary>A line through points; at least one.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style)
    {
        string data = string.Join(" L", points.Select(point => FormattableString.Invariant($"{point.X:0.##} {point.Y:0.##}")));
        Add($"<path d=\"M{data}\" class=\"{style}\"/>");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">{_shapes}</svg>");

    /// <summary>The drawing as a separate file with its own colors and background, readable on light and dark pages.</summary>
    public string ToFile() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">\n<style>\n{ReportStyle.Drawing}\n</style>\n<rect width=\"100%\" height=\"100%\" class=\"ground\"/>\n{_shapes}</svg>\n");

    private static string Tip(string? tip) => tip is null ? "" : $"<title>{WebUtility.HtmlEncode(tip)}</title>";

    private void Add(FormattableString shape) => _shapes.Append(FormattableString.Invariant(shape)).Append('\n');
}
