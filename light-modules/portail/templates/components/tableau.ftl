[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign rows = rowsOf(host.plain(content, "lignes")) width = rows?map(row -> row?size)?max!0 head = host.isTrue(content.premiereLigne!false) && rows?size > 1 side = host.isTrue(content.premiereColonne!false) && width > 1]
[#if rows?has_content]
<div class="sheet">
  ${blocs.style}
  <div class="sheet-scroll" role="region" aria-labelledby="tableau-${content.@id}" tabindex="0">
    <table>
      <caption id="tableau-${content.@id}"><span>${content.legende!}</span></caption>
      [#if head]<thead><tr>[#list 0..<width as at]<th scope="col">${cell(rows?first, at)}</th>[/#list]</tr></thead>[/#if]
      <tbody>
        [#list rows[(head?then(1, 0))..] as row]
        <tr>[#list 0..<width as at][#if side && at == 0]<th scope="row">${cell(row, at)}</th>[#else]<td[#if isNumber(row[at]!"")] class="number"[/#if]>${cell(row, at)}</td>[/#if][/#list]</tr>
        [/#list]
      </tbody>
    </table>
  </div>
  [#if content.note?has_content]<p class="small">${content.note}</p>[/#if]
</div>
[#else]
[@blocs.lacking i18n["portail.tableau.vide"] /]
[/#if]

[#--
  The rows of what was typed or pasted: cells parted by tabs as a spreadsheet gives them, else by semicolons; a cell in quotes may
  hold the one, line ends and doubled quotes. Rows without a word are left out.
--]
[#function rowsOf typed]
  [#local text = typed?replace("\r\n?", "\n", "r")?trim]
  [#if !text?has_content][#return []][/#if]
  [#local sign = text?contains("\t")?then(r"\t", ";") rows = [] row = []]
  [#list text?matches("(\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[^\n" + sign + "]*)(" + sign + "|\n|$)") as found]
    [#local value = found?groups[1]]
    [#if value?starts_with("\"") && value?ends_with("\"") && value?length gt 1][#local value = value[1..<(value?length - 1)]?replace("\"\"", "\"")][/#if]
    [#local row += [value?trim]]
    [#if found?groups[2] == "\n" || !found?groups[2]?has_content]
      [#if row?join("")?has_content][#local rows += [row]][/#if]
      [#local row = []]
    [/#if]
    [#if !found?groups[2]?has_content][#break][/#if]
  [/#list]
  [#return rows]
[/#function]

[#function cell row at][#return host.text(row[at]!"")?replace("\n", "<br>")][/#function]

[#function isNumber value][#return value?matches(r"[+-]?[0-9][0-9 \u00a0\u202f.,]*(?:[ \u00a0\u202f]?(?:€|%))?")][/#function]
