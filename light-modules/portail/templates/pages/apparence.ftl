[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#-- The colours that somebody chose for the site, after those of the theme: whole palettes by day and by night, or fills alone. --]
[#assign done = ctx.response.setContentType("text/css")!"" own = (page.home.couleurs)!{}]
[#assign fills = ["sun", "poppy", "cornflower", "meadow", "wisteria", "pond", "rose"]]
[#macro print colours names]
[#list names as name][#if (colours[name]!"")?matches("#[0-9a-f]{6}")]
  --${name}: ${colours[name]};
[/#if][/#list]
[/#macro]
[#macro palette colours]
[#list fills as name][@print colours=colours names=[name, "on-" + name, name + "-plot", name + "-soft", name + "-text"] /][/#list]
[@print colours=colours names=["hedge", "hedge-deep", "hedge-mark", "sky"] /]
[/#macro]
[#if own.clair?? && own.sombre??]
:root {
[@palette colours=own.clair /]
}
@media (prefers-color-scheme: dark) {
:root:where(:not([data-scheme="light"])) {
[@palette colours=own.sombre /]
}
}
:root:where([data-scheme="dark"]) {
[@palette colours=own.sombre /]
}
/* On a band of any colour, the mark of the keyboard is that of its text. */
.band :focus-visible { outline-color: currentcolor; }
[#else]
:root {
[@print colours=own names=fills /]
}
[/#if]
