[#import "/portail/templates/includes/host.ftl" as host]

[#-- « 1er juin 2026 » --]
[#macro inline date]
[#if date?is_date_like]
[#local day = host.formatDate(date, "d")]
<time datetime="${host.formatDate(date, "yyyy-MM-dd")}">${day}[#if day == "1"]<sup>er</sup>[/#if] ${host.formatDate(date, "MMMM yyyy")}</time>
[/#if]
[/#macro]

[#-- A calendar leaf: weekday, day, month. --]
[#macro leaf date]
[#if date?is_date_like]
<time class="leaf" datetime="${host.formatDate(date, "yyyy-MM-dd")}">
  <span class="leaf-weekday">${host.formatDate(date, "EEEE")}</span>
  <span class="leaf-day">${host.formatDate(date, "d")}</span>
  <span class="leaf-month">${host.formatDate(date, "MMMM")}</span>
  <span class="leaf-year">${host.formatDate(date, "yyyy")}</span>
</time>
[/#if]
[/#macro]
