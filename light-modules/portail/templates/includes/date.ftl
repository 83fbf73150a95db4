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
  <span class="leaf-day">${host.formatDate(date, "d")}[#if host.formatDate(date, "d") == "1"]<sup>er</sup>[/#if]</span>
  <span class="leaf-month">${host.formatDate(date, "MMMM")}</span>
  <span class="leaf-year">${host.formatDate(date, "yyyy")}</span>
</time>
[/#if]
[/#macro]

[#-- Some days later or earlier; at noon it stays the right day when the clocks change. --]
[#function plusDays date days]
  [#return (date?long + days * 86400000)?number_to_datetime]
[/#function]

[#-- Noon of a day written yyyy-MM-dd. --]
[#function noonOf day]
  [#return (day + " 12:00")?datetime("yyyy-MM-dd HH:mm")]
[/#function]

[#-- « mercredi 3 juin » --]
[#function words date]
  [#-- Four digits: an escape takes as many as it finds. --]
  [#return host.formatDate(date, "EEEE\x00A0d MMMM")?replace("\x00A01 ", "\x00A01er ")]
[/#function]

[#-- « 18 h 30 », « 9 h », of an hour written 18:30 --]
[#function clock hour]
  [#local parts = hour?split(":")]
  [#if parts?size != 2][#return ""][/#if]
  [#return parts[0]?number?c + "\xA0h" + (parts[1] == "00")?then("", "\xA0" + parts[1])]
[/#function]
