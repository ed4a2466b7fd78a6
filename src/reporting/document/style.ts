/**
 * The style of a report or letter file, written into it: nothing is fetched. Ink on warm paper, one accent, red only for "look",
 * light and dark, phone width, and paper. Colors are those of the product's tokens; a test holds them alike.
 */
const LIGHT = `--paper:#fbf8f1;--sunk:#f3eee2;--ink:#1f1c17;--ink-soft:#595347;--rule:#d9d1bf;--rule-strong:#7d7463;--accent:#0b5a5c;--alarm:#a1241b;--group-1:#0072b2;--group-2:#b84a00;--group-3:#00785a;--group-4:#9b4f7d;--group-5:#1f1c17;--group-6:#7a6a00;color-scheme:light`;
const DARK = `--paper:#181713;--sunk:#25221c;--ink:#ece6d8;--ink-soft:#b3aa98;--rule:#3b362d;--rule-strong:#8d8472;--accent:#7cc9c0;--alarm:#ff9d8f;--group-1:#56b4e9;--group-2:#f08a4b;--group-3:#35c49b;--group-4:#d893bb;--group-5:#ece6d8;--group-6:#f0e442;color-scheme:dark`;
const PRINT = `--paper:#ffffff;--sunk:#ffffff;--ink:#000000;--ink-soft:#333333;--rule:#bbbbbb;--rule-strong:#555555;--accent:#0b5a5c;--alarm:#a1241b;--group-1:#0072b2;--group-2:#b84a00;--group-3:#00785a;--group-4:#9b4f7d;--group-5:#000000;--group-6:#7a6a00;color-scheme:light`;

const SANS = `"Public Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif`;
const SERIF = `"Source Serif 4","Noto Serif",Georgia,"Times New Roman",serif`;

const TYPE = `
*{box-sizing:border-box}
html{font:400 18px/1.5 ${SANS};background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0;padding:0 max(16px,calc((100vw - 72rem)/2)) 64px;font-variant-numeric:lining-nums;overflow-wrap:break-word}
h1,h2{font-family:${SERIF};font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:2.074rem;margin:32px 0 8px}
h2{font-size:1.728rem;margin:0 0 16px}
h3{font-size:1.2rem;line-height:1.3;margin:32px 0 8px;text-wrap:balance}
p{margin:0 0 16px}
main,.head,nav{max-width:72rem;margin-inline:auto}
.head{padding-block:24px 0}
.mark{display:flex;align-items:center;gap:10px;font-weight:700;letter-spacing:.01em}
.mark svg{width:22px;height:14px;fill:var(--accent)}
.subtitle{color:var(--ink-soft)}
main>section{padding-block:32px 16px;border-top:1px solid var(--ink);margin-block-start:48px}
main>section:first-of-type{margin-block-start:16px}
main p,main ul.list,.finding,dl,.chart,nav ol{max-width:42rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.frame:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:16px;top:8px;background:var(--paper);padding:12px;z-index:1}
nav{border-top:1px solid var(--ink);margin-block-start:48px;padding-block-start:24px}
nav ol{margin:0;padding:0;list-style:none;columns:18rem}
nav a{display:inline-block;padding-block:10px;min-height:44px}
`;

const PARTS = `
.list{margin:0 0 16px;padding-inline-start:1.2em}
.list li{margin-block-end:6px}
.letter :is(main,.head){max-width:42rem}
#letter>section{border:0;margin-block-start:0;padding-block:20px 0}
#letter h1{margin-block-end:16px}
#letter h2{font-size:1.44rem}
#letter :is(p,li,dd,td){white-space:pre-line}
.finding{margin:0 0 24px;padding-inline-start:28px;position:relative}
.finding h3{margin:0 0 4px}
.finding .shape{position:absolute;left:0;top:0;font-size:1.2rem;line-height:1.3}
.finding.look .shape{color:var(--alarm)}
.finding.sound .shape{color:var(--accent)}
.finding p{margin:0}.finding ul{margin:4px 0 0;padding-inline-start:1.1em}.finding li{margin-block-end:2px}
dl{margin:0 0 24px;border-top:1px solid var(--rule)}
dl>div{display:grid;grid-template-columns:minmax(9rem,2fr) 3fr;gap:4px 16px;padding:7px 0;border-bottom:1px solid var(--rule)}
dt{color:var(--ink-soft)}
dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums lining-nums}
.frame{overflow-x:auto;margin:0 0 32px;position:relative}
table{border-collapse:collapse;font-size:.889rem;font-variant-numeric:tabular-nums lining-nums;min-width:min(100%,32rem)}
caption{text-align:start;font-weight:600;padding-block-end:8px;max-width:min(60rem,calc(100vw - 40px));font-size:1rem}
th,td{text-align:start;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--rule);max-width:26rem}
th:last-child,td:last-child{padding-inline-end:0}
thead th{font-weight:400;color:var(--ink-soft);vertical-align:bottom;border-bottom:2px solid var(--ink)}
tbody th{font-weight:600;position:sticky;inset-inline-start:0;background:var(--paper)}
details{margin:0 0 24px}
summary{cursor:pointer;color:var(--accent);padding-block:10px;min-height:44px;text-decoration:underline;text-underline-offset:3px;list-style-position:inside}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:20px 16px;list-style:none;margin:0 0 16px;padding:0}
.multiples li{break-inside:avoid;font-size:.889rem;line-height:1.35}
.multiples b{display:block;font-weight:600}
.multiples span{color:var(--ink-soft);font-variant-numeric:tabular-nums lining-nums}
`;

const CHARTS = `
.chart{margin:0 0 32px}
.chart-title{font-family:${SERIF};font-size:1.2rem;font-weight:600;line-height:1.3;margin:0 0 12px}
.chart-note{color:var(--ink-soft);font-size:.889rem;margin:8px 0 4px}
svg{display:block;width:100%;height:auto;overflow:visible}.chart svg{max-width:35rem}
svg text{font:400 13px ${SANS};fill:var(--ink-soft);font-variant-numeric:tabular-nums lining-nums}
.multiples svg text{font-size:11px}
svg text.strong{font-weight:600;fill:var(--ink)}
.axis{stroke:var(--ink);stroke-width:1}
.grid{stroke:var(--rule);stroke-width:1}
.parity{stroke:var(--ink);stroke-width:1.5}
.cut{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}
.bar{fill:var(--group-1)}
.bar-below{fill:none;stroke:var(--group-1);stroke-width:1}
.mark{fill:var(--group-1)}
.ring{fill:none;stroke:var(--ink);stroke-width:1.5}
.interval{stroke:var(--rule-strong);stroke-width:1.5;fill:none}
.interval.strong-mark{stroke:var(--alarm);stroke-width:2}
.mark.strong-mark{fill:var(--alarm)}
.curve{fill:none;stroke-width:1.5}
.line-1{stroke:var(--ink);stroke-width:2.5}
.line-2{stroke:var(--group-1);stroke-dasharray:6 2}
.line-3{stroke:var(--group-2);stroke-dasharray:2 2}
.line-4{stroke:var(--group-3);stroke-dasharray:8 3 2 3}
.line-5{stroke:var(--group-4);stroke-dasharray:4 4}
.line-6{stroke:var(--group-6);stroke-dasharray:1 3}
svg text.name-1{fill:var(--ink);font-weight:700}
svg text.name-2{fill:var(--group-1)}
svg text.name-3{fill:var(--group-2)}
svg text.name-4{fill:var(--group-3)}
svg text.name-5{fill:var(--group-4)}
svg text.name-6{fill:var(--group-6)}
`;

const VIEWS = `
@media (max-width:40rem){html{font-size:17px}dl>div{grid-template-columns:1fr}h1{font-size:1.728rem}h2{font-size:1.44rem}.multiples{grid-template-columns:repeat(auto-fill,minmax(8.2rem,1fr))}.chart svg text{font-size:15px}}
@media (prefers-contrast:more){:root{--ink-soft:var(--ink);--rule:var(--rule-strong)}}
@page{margin:18mm 15mm}
@media print{html{font-size:10.5pt}body{padding:0}nav,.skip{display:none}
main>section{break-before:page;margin:0;border:0;padding-block:0 8pt}
main>section:first-of-type,main>section#form{break-before:auto}
#summary{font-size:.9rem;line-height:1.35}#summary :is(p,li,h3,.list,.finding){max-width:none;margin-block-end:0}
#summary :is(.finding,.list,h3){margin-block:6pt}#summary .finding h3{margin-block:0}
.head,h1{padding:0;margin-block:0 4pt}h2{margin-block-end:6pt}h3{font-size:1.1rem;margin-block:9pt 3pt}
h2,h3,caption,.chart-title{break-after:avoid}tr,.finding,.chart svg{break-inside:avoid}
caption{max-width:none}.frame{overflow:visible}table{font-size:8pt;min-width:0}th,td{padding:2pt 6pt 2pt 0}thead{display:table-header-group}
summary{display:none}details::details-content{content-visibility:visible;display:block;height:auto}
.chart svg{max-width:13cm}.multiples{grid-template-columns:repeat(5,1fr)}
a[href^="http"]::after{content:" (" attr(href) ")"}}
`;

export const STYLE = `:root{${LIGHT}}@media (prefers-color-scheme:dark){:root{${DARK}}}@media print{:root{${PRINT}}}${TYPE}${PARTS}${CHARTS}${VIEWS}`;
