[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- The month the address names, this one when it names none; empty when it is no month. --]
[#function asked]
  [#local month = (ctx.mois!host.formatDate(host.now(), "yyyy-MM"))?string]
  [#return month?matches("20[0-9]{2}-(0[1-9]|1[0-2])")?then(month, "")]
[/#function]

[#-- The month some months later or earlier, as yyyy-MM. --]
[#function plus month months]
  [#local count = month[0..3]?number * 12 + month[5..6]?number - 1 + months]
  [#return (count / 12)?floor?c + "-" + (count % 12 + 1)?string("00")]
[/#function]

[#-- The first day of a month, some months on. --]
[#function first month months=0][#return plus(month, months) + "-01"][/#function]

[#-- « juin 2026 » --]
[#function name month][#return host.formatDate(date.noonOf(month + "-15"), "MMMM yyyy")][/#function]

[#-- How many months a month is from this one. --]
[#function fromNow month]
  [#local now = host.formatDate(host.now(), "yyyy-MM")]
  [#return (month[0..3]?number - now[0..3]?number) * 12 + month[5..6]?number - now[5..6]?number]
[/#function]

[#-- The months before and after, `back` months ago at most and `ahead` to come. address: of the page that they lie below, in `folder`; query: what else it is asked, encoded. --]
[#macro pager month address folder joint back ahead query=""]
[#local asked = query?has_content?then("?" + query, "")]
<nav class="month-pager" aria-label="${i18n["evenements.vues"]}">
  [#if fromNow(month) > -back]<a class="more" rel="prev" href="${host.below(address, folder + plus(month, -1)?replace("-", joint))}${asked}">[@icones.icon "retour" /] <span><span class="hidden">${i18n["evenements.mois.avant"]} :</span> ${name(plus(month, -1))?cap_first}</span></a>[/#if]
  [#if fromNow(month) < ahead]<a class="more" rel="next" href="${host.below(address, folder + plus(month, 1)?replace("-", joint))}${asked}"><span><span class="hidden">${i18n["evenements.mois.apres"]} :</span> ${name(plus(month, 1))?cap_first}</span> [@icones.icon "suite" /]</a>[/#if]
</nav>
[/#macro]
