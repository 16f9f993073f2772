namespace EmoHRNet.Evaluation.Html;

/// <summary>The style of the page, light or dark according to the reader's system.</summary>
internal static class ReportStyle
{
    /// <summary>The style of a plot in a separate file: always light, because it may be shown on any page.</summary>
    public const string Drawing = """
        svg { --card:#fff; --ink:#1c2333; --muted:#6b7488; --rule:#e4e7ef; --first:#3552d4; font-family:system-ui,"Segoe UI",Roboto,Arial,sans-serif; }
        .ground { fill:var(--card); } text { fill:var(--ink); font-size:13px; } .small { font-size:12.5px; } .tiny { font-size:11px; } .muted { fill:var(--muted); }
        .first { fill:var(--first); } .grid { stroke:var(--rule); } .mark { stroke:var(--muted); stroke-dasharray:4 4; }
        """;

    public const string Css = """
        :root { --paper:#fbfbfd; --card:#fff; --ink:#1c2333; --muted:#6b7488; --rule:#e4e7ef; --first:#3552d4; --second:#e0792b; --third:#9aa6c7; --miss:#d1495b; --empty:#f1f3f8; --warn:#fff4e0; --warn-ink:#7a4b00; color-scheme:light dark; }
        @media (prefers-color-scheme: dark) { :root { --paper:#12151d; --card:#1a1f2b; --ink:#e6e9f2; --muted:#949db3; --rule:#2b3244; --first:#7d95ff; --second:#f2a65a; --third:#56617f; --miss:#ee6c7d; --empty:#222838; --warn:#3a2e16; --warn-ink:#f3d9a6; } }
        * { box-sizing:border-box; }
        body { margin:0; background:var(--paper); color:var(--ink); font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif; }
        main { max-width:1180px; margin:0 auto; padding:44px 24px 64px; }
        .eyebrow { color:var(--first); font-weight:600; font-size:13px; letter-spacing:.06em; text-transform:uppercase; }
        h1 { font-size:34px; line-height:1.15; margin:6px 0 4px; letter-spacing:-.02em; }
        h2 { font-size:17px; margin:0 0 14px; letter-spacing:-.01em; }
        .sub { color:var(--muted); margin:0 0 26px; }
        .grid { display:grid; gap:18px; grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr)); margin-top:18px; }
        .figures { display:grid; gap:18px; grid-template-columns:repeat(auto-fit,minmax(230px,1fr)); }
        .card { background:var(--card); border:1px solid var(--rule); border-radius:14px; padding:20px 22px; }
        .card svg { width:100%; height:auto; display:block; }
        .figure b { display:block; font-size:38px; line-height:1.1; letter-spacing:-.03em; font-weight:650; }
        .figure b span { font-size:19px; font-weight:500; color:var(--muted); margin-left:3px; }
        .figure .name { color:var(--muted); font-size:13.5px; }
        .figure .range { color:var(--muted); font-size:12.5px; margin-top:4px; }
        .figure svg { margin-top:8px; }
        .warning { background:var(--warn); color:var(--warn-ink); border-radius:12px; padding:12px 18px; margin:0 0 14px; }
        table { border-collapse:collapse; width:100%; }
        td { padding:7px 0; border-top:1px solid var(--rule); vertical-align:top; overflow-wrap:anywhere; }
        tr:first-child td { border-top:0; }
        td:first-child { color:var(--muted); width:170px; padding-right:18px; overflow-wrap:normal; }
        code { font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace; }
        footer { color:var(--muted); font-size:12.5px; margin-top:26px; }
        svg text { fill:var(--ink); font-family:inherit; font-size:13px; }
        svg .label { font-weight:550; } svg .small { font-size:12.5px; } svg .tiny { font-size:11px; } svg .number { font-size:15px; font-weight:600; }
        svg .muted { fill:var(--muted); } svg .inverse { fill:var(--card); }
        svg .first,svg .hit { fill:var(--first); } svg .second { fill:var(--second); } svg .third { fill:var(--third); } svg .miss { fill:var(--miss); }
        svg .empty { fill:var(--empty); } svg .track { fill:var(--rule); } svg .dot { fill:var(--ink); }
        svg .grid { stroke:var(--rule); } svg .mark { stroke:var(--muted); stroke-dasharray:4 4; } svg .chance { stroke:var(--muted); stroke-width:1.5; } svg .stem { stroke:var(--third); stroke-width:2; }
        svg .curve { fill:none; stroke-width:2.2; stroke-linejoin:round; stroke-linecap:round; } svg .curve.first { stroke:var(--first); } svg .curve.second { stroke:var(--second); }
        @media print { body { background:#fff; } main { max-width:none; padding:0; } .card { break-inside:avoid; } }
        """;
}
