/// The style sheet of the report: light and dark, phone, desktop and paper, with no font or picture from elsewhere.
enum ReportStyle {
    /// The style sheet.
    static let css = """
        :root {
          color-scheme: light dark;
          --paper: #fff; --ink: #1c2128; --soft: #56606b; --rule: #d8dce1; --wash: #f4f6f7;
          --accent: #1b4f7e; --fill: #8db1d1; --fill-strong: #346a9c; --mark: #fdeaa3; --mark-ink: #1c2128;
          --caution: #fbf3e2; --caution-edge: #b7791f;
          --serif: "Iowan Old Style", "Charter", "Palatino Linotype", "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14181d; --ink: #e5e8eb; --soft: #a3adb8; --rule: #343c46; --wash: #1b2027;
            --accent: #93c0ea; --fill: #4d7aa4; --fill-strong: #6fa3d3; --mark: #5b4a12; --mark-ink: #fff4d0;
            --caution: #2a2417; --caution-edge: #d69e4a;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); }
        main { max-width: 62rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem; }
        p, ul.findings, section > ul, .guidance, .quote, .rules, .caution { max-width: 43rem; }
        p { margin: 0 0 1rem; }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; padding: .6rem 1rem; background: var(--paper); font-family: var(--sans); }
        .skip:focus { left: 1rem; top: 1rem; z-index: 1; }
        .definitions { position: absolute; }
        h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
        h1 { font-size: clamp(1.8rem, 1.2rem + 2.6vw, 2.7rem); margin: 0 0 .6rem; max-width: 24em; letter-spacing: -.01em; }
        h2 { font-size: 1.6rem; margin: 0 0 .9rem; }
        h3 { font-size: 1.25rem; margin: 2rem 0 .4rem; }
        h4 { font-size: 1.08rem; margin: 1.6rem 0 .3rem; }
        h5 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
        section { margin-top: 3.5rem; padding-top: 2rem; border-top: 1px solid var(--rule); }
        .subtitle { color: var(--soft); font: 1rem/1.5 var(--sans); margin-bottom: 2rem; }
        .lead { font-size: 1.18rem; line-height: 1.6; }
        .note, figcaption, .legend { color: var(--soft); font: .86rem/1.5 var(--sans); }
        .caution { background: var(--caution); border-left: 4px solid var(--caution-edge); padding: .7rem 1rem; font: .95rem/1.5 var(--sans); }
        .key { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 1.2rem; margin: 2rem 0; padding: 1.3rem 0; border: solid var(--rule); border-width: 1px 0; }
        .key div { display: flex; flex-direction: column-reverse; }
        .key dt { color: var(--soft); font: .86rem/1.4 var(--sans); }
        .key dd { margin: 0; font: 600 1.65rem/1.2 var(--sans); font-variant-numeric: tabular-nums; }
        nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; margin: 1.8rem 0 0; font: .95rem/1.6 var(--sans); }
        .findings { padding-left: 1.1rem; }
        .findings li { margin-bottom: .7rem; }
        .findings .name { font-weight: 600; }
        .plot { margin: 1.5rem 0 2rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin-bottom: .4rem; }
        .legend svg { vertical-align: -2px; }
        .chart { list-style: none; margin: 0; padding: 0; font-family: var(--sans); }
        .bar { display: grid; grid-template-columns: minmax(9rem, 17rem) 1fr 6.2rem; column-gap: .9rem; align-items: start; break-inside: avoid; }
        .bar-label { font-size: .92rem; line-height: 1.25; padding: .16rem 0; color: var(--ink); text-decoration-color: var(--rule); text-align: right; }
        .bar-label:hover { text-decoration-color: currentColor; }
        .bar-figure { font-size: .86rem; line-height: 1.25; padding-top: .2rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .bar-denied { display: block; color: var(--soft); font-size: .8rem; }
        .strong .bar-label { font-weight: 700; }
        .bar.strong:not(:nth-child(2)) { padding-top: .9rem; }
        .marks { display: block; overflow: visible; }
        .axis text { fill: var(--soft); font-size: 12px; }
        .fill { fill: var(--fill); }
        .strong .fill { fill: var(--fill-strong); }
        .grid { stroke: var(--rule); stroke-width: 1; }
        .halo { stroke: var(--paper); stroke-width: 3.2; opacity: .75; }
        .whisker { stroke: var(--ink); stroke-width: 1.4; }
        .denied { stroke: var(--ink); stroke-width: 1; }
        .hatch { stroke: var(--ink); stroke-width: 2.4; }
        .multiples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .5rem 2.5rem; }
        .small { margin: .5rem 0 1rem; }
        .small figcaption { font: 600 1rem/1.4 var(--sans); color: var(--ink); margin-bottom: .2rem; }
        .small figcaption a { color: inherit; text-decoration-color: var(--rule); }
        .small .bar { grid-template-columns: 1fr auto; row-gap: 0; }
        .small .bar-label { text-align: left; font-size: .86rem; }
        .small .marks { grid-row: 2; grid-column: 1 / -1; margin-bottom: .25rem; }
        .small .axis .marks { grid-row: 1; }
        .small .axis span { display: none; }
        .heat, .accumulation { display: block; font: 12px var(--sans); font-variant-numeric: tabular-nums; }
        .heat text, .accumulation text { fill: var(--ink); }
        .heat .ordinal, .heat .faint, .accumulation text { fill: var(--soft); }
        .heat .on-dark { fill: var(--paper); }
        [class^="heat-"] { stroke: var(--rule); fill: var(--ink); }
        .heat-0, .heatown { fill-opacity: 0; }
        .heatown { stroke: var(--ink); }
        .heat-1 { fill-opacity: .07; } .heat-2 { fill-opacity: .18; } .heat-3 { fill-opacity: .34; } .heat-4 { fill-opacity: .82; }
        .sample.accumulation { display: inline; font: inherit; }
        .curve { fill: none; stroke: var(--fill-strong); stroke-width: 2.5; }
        .stairs { fill: none; stroke: var(--ink); stroke-width: 1; }
        .level { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 6 4; }
        .point { fill: var(--ink); }
        .diamond { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
        .sentence { font-style: italic; }
        .appendix dd { overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; margin: 1.5rem 0; }
        table { border-collapse: collapse; font: .88rem/1.35 var(--sans); font-variant-numeric: tabular-nums; min-width: 100%; }
        caption { text-align: left; font-weight: 600; padding-bottom: .6rem; }
        th, td { padding: .38rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
        thead th { font-weight: 600; color: var(--soft); vertical-align: bottom; border-bottom: 2px solid var(--soft); }
        thead .span { text-align: center; border-bottom: 1px solid var(--rule); }
        .figures td, .figures thead th:not(:first-child):not(.span), .number { text-align: right; }
        .figures thead tr:nth-child(2) th { text-align: right; }
        tbody th { font-weight: 400; }
        .figures tbody th { min-width: 11rem; }
        .figures tbody th a, td a { color: inherit; text-decoration-color: var(--rule); }
        .figures tbody th a:hover, td a:hover { text-decoration-color: currentColor; }
        .figures td { white-space: nowrap; }
        .figures .words, .figures thead th.words:not(:first-child) { text-align: left; white-space: normal; min-width: 7rem; }
        .strong th, .strong td { font-weight: 600; background: var(--wash); }
        .level-1 th { padding-left: 1.4rem; } .level-2 th { padding-left: 2.2rem; } .level-3 th { padding-left: 3rem; }
        .none, .none a { color: var(--soft); }
        td small, th small { color: var(--soft); font-weight: 400; font-size: .92em; margin-left: .45em; }
        .groups td small { display: inline-block; min-width: 1.4em; }
        .stacked td small { display: block; margin: 0; white-space: normal; }
        th small { display: block; margin: 0; }
        article { break-inside: auto; }
        .theme { margin-top: 2.6rem; }
        .theme .code:not(.top) { margin-top: 2rem; padding-top: .2rem; border-top: 1px dotted var(--rule); }
        .top > h3 { font-size: 1.4rem; }
        h3 code, h4 code, h5 code { font: .8rem/1.2 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--soft); font-weight: 400; margin-left: .3em; }
        .figure { font: .95rem/1.5 var(--sans); margin-bottom: .6rem; }
        .guidance { display: grid; grid-template-columns: minmax(5.6rem, max-content) 1fr; gap: .2rem 1rem; margin: .4rem 0 .8rem; }
        .guidance dt { color: var(--soft); font: .86rem/1.85 var(--sans); }
        .guidance dd { margin: 0; }
        details { margin: .6rem 0; }
        summary { cursor: pointer; color: var(--accent); font: .9rem/1.5 var(--sans); width: fit-content; }
        .rules ul { list-style: none; padding: 0; margin: .4rem 0; font: .86rem/1.6 var(--sans); }
        .rules code { font: .95em ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .quote { margin: 1.1rem 0; padding-left: 1.1rem; border-left: 3px solid var(--rule); }
        .quote:target { border-left-color: var(--accent); }
        .quote blockquote { margin: 0; white-space: pre-line; overflow-wrap: break-word; }
        .quote figcaption { margin-top: .25rem; overflow-wrap: anywhere; }
        .quote figcaption a { color: inherit; text-decoration-color: var(--rule); }
        .who { color: var(--ink); }
        .trace { display: block; font-size: .92em; }
        mark { background: var(--mark); color: var(--mark-ink); padding: .05em .1em; border-radius: 2px; }
        .badge { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .4em; font-size: .92em; color: var(--ink); }
        .transcripts tr:target { background: var(--wash); }
        .diagnostics { font: .9rem/1.5 var(--sans); overflow-wrap: anywhere; padding-left: 1.1rem; }
        @media (max-width: 40rem) {
          main { padding: 2rem 1.1rem 4rem; }
          .lead { font-size: 1.08rem; }
          .bar { grid-template-columns: 1fr auto; row-gap: 0; }
          .bar-label { text-align: left; padding: .45rem 0 0; }
          .bar-figure { padding-top: .45rem; text-align: right; }
          .bar-denied { display: inline; margin-left: .5em; }
          .bar .marks { grid-row: 2; grid-column: 1 / -1; }
          .axis .marks { grid-row: 1; }
          .axis span { display: none; }
          .guidance { grid-template-columns: 1fr; gap: 0; }
          .guidance dd { margin-bottom: .4rem; }
          .figures tbody th { min-width: 9rem; }
          .scroll { margin-right: -1.1rem; }
          .groups td small { display: block; margin: 0; }
        }
        @media print {
          @page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
          :root {
            --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #f2f2f2; --accent: #000;
            --fill: #8db1d1; --fill-strong: #346a9c; --mark: #fdeaa3; --mark-ink: #000; --caution: #fff;
          }
          html { font-size: 9.5pt; }
          body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          .skip, nav { display: none; }
          a { color: inherit; text-decoration: none; }
          section { margin-top: 1.8rem; padding-top: 1.2rem; }
          #frequencies, #codes, #method { break-before: page; border-top: 0; }
          h2, h3, h4, h5, caption, summary, .figure { break-after: avoid; }
          tr, .quote, .bar, .key, .guidance, .caution, .small, .plot .scroll, li { break-inside: avoid; }
          .legend { break-after: avoid; }
          thead { display: table-header-group; }
          .heat, .accumulation { max-width: 100%; height: auto; break-inside: avoid; }
          .scroll { overflow: visible; margin: 1rem 0; }
          table { font-size: 8pt; }
          th, td { padding: .25rem .35rem; }
          .figures tbody th { min-width: 0; }
          mark { text-decoration: underline; }
          .rules:not([open])::details-content { content-visibility: visible; display: block; }
          summary { color: var(--soft); list-style: none; }
          .quotes:not([open]) > summary::after { content: " in the electronic version"; }
        }
        """
}
