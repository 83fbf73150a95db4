[#import "/portail/templates/includes/host.ftl" as host]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]

[#-- The territory as plots: what the mosaic of the home page, the map and the page of a commune draw. --]

[#-- Eight plots, told apart by their texture as well as by their tint. --]
[#macro textures]
<defs>
  [@texture 0 "meadow" "M5 9V4M9 9l2-4M16 20v-5M20 20l2-4" /]
  [@texture 1 "wheat" "M6 6h0M17 6h0M6 17h0M17 17h0" "dots" /]
  [@texture 2 "wisteria" "M0 23L23 0M-6 6L6-6M17 29L29 17" /]
  [@texture 3 "leaf" "M7 7h0M18 18h0" "trees" /]
  [@texture 4 "sun" "M0 6h23M0 17h23" /]
  [@texture 5 "pond" "M2 7q4-4 8 0M13 18q4-4 8 0" /]
  [@texture 6 "rose" "M11 11h0M0 0h0M23 0h0M0 23h0M23 23h0" "dots" /]
  [@texture 7 "poppy" "M6 0v23M17 0v23" /]
</defs>
[/#macro]

[#macro texture number fill marks kind="lines"]<pattern id="p${number}" width="23" height="23" patternUnits="userSpaceOnUse"><path class="f-${fill}" d="M0 0h23v23H0z"/><path class="t-${kind}" d="${marks}"/></pattern>[/#macro]

[#-- The plots, each a link to its commune. base: address of the page of the communes; here: slug of the one we are in. --]
[#macro plots base here=""]
[#list territoire.cells as code, cell]
<a class="cell"[#if base?has_content] href="${base}/${cell.slug}"[/#if]><title>${cell.nom}</title><path d="${cell.d}" fill="url(#p${cell.fill})"/></a>
[/#list]
[#list territoire.cells as code, cell][#if cell.slug == here]<path class="here" d="${cell.d}"/>[/#if][/#list]
<path class="bush" d="${territoire.bushes}"/><path class="bush bush-light" d="${territoire.bushes}"/>
[/#macro]

[#--
  The names, beside what is marked in a commune and on nothing else: each at the first of a few places where it covers no marker and
  no other name, else where it covers least. marked: points by INSEE code; points: of all that is marked.
--]
[#macro names marked={} points=[]]
[#local taken = points?map(one -> {"left": one.x - 18, "right": one.x + 18, "top": one.y - 20, "bottom": one.y + 16})]
<g class="names" aria-hidden="true">
[#list territoire.cells as code, cell]
  [#local lines = linesOf(cell.nom)]
  [#local long = lines?map(line -> line?length)?max * 7.8 high = lines?size * 16]
  [#local best = {} least = 1000000]
  [#list places(cell, marked[code]!{}, long, high, lines?size) as place]
    [#local box = {"left": place.x - long / 2, "right": place.x + long / 2, "top": place.y - 13, "bottom": place.y - 13 + high}]
    [#local covered = outside(box)]
    [#list taken as other][#if box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom][#local covered += ([box.right, other.right]?min - [box.left, other.left]?max) * ([box.bottom, other.bottom]?min - [box.top, other.top]?max)][/#if][/#list]
    [#if covered < least][#local best = place + {"box": box} least = covered][/#if]
    [#if covered == 0][#break][/#if]
  [/#list]
  [#local taken += [best.box]]
<text x="${best.x?round?c}" y="${best.y?round?c}">[#list lines as line][#if !line?is_first] [/#if]<tspan x="${best.x?round?c}"[#if !line?is_first] dy="16"[/#if]>${line}</tspan>[/#list]</text>
[/#list]
</g>
[/#macro]

[#-- A name cut at its hyphens and blanks. --]
[#function linesOf name]
  [#local done = [] line = ""]
  [#list name?matches("[^- ]+[- ]?") as part]
    [#if line?has_content && line?length + part?length gt 11][#local done += [line?trim] line = ""][/#if]
    [#local line += part]
  [/#list]
  [#return done + [line?trim]]
[/#function]

[#-- Where a name may stand, the best first: x of its middle, y of its first line. --]
[#function places cell mark long high rows]
  [#if mark.x??]
    [#return [
      {"x": mark.x, "y": mark.y + 32}, {"x": mark.x, "y": mark.y - 12 - high},
      {"x": mark.x + 24 + long / 2, "y": mark.y + 21 - high / 2}, {"x": mark.x - 24 - long / 2, "y": mark.y + 21 - high / 2},
      {"x": mark.x + 30, "y": mark.y + 34}, {"x": mark.x - 30, "y": mark.y + 34},
      {"x": mark.x + 30, "y": mark.y - 14 - high}, {"x": mark.x - 30, "y": mark.y - 14 - high}
    ]]
  [/#if]
  [#local middle = cell.y - (rows - 1) * 8]
  [#return [0, 14, -14, 26, -26]?map(shift -> {"x": cell.x, "y": middle + shift}) + [22, -22, 40, -40]?map(shift -> {"x": cell.x + shift, "y": middle})]
[/#function]

[#-- How much of a box lies outside the drawing. --]
[#function outside box]
  [#return [0, -box.left]?max * 20 + [0, box.right - territoire.width]?max * 20 + [0, box.bottom - territoire.height]?max * 100 + [0, -box.top]?max * 100]
[/#function]

[#assign shapes = ["M0-15a15 15 0 1 0 .1 0z", "M-13-13h26v26h-26z", "M0-18l18 18-18 18-18-18z", "M0-17l17 29h-34z"]]
[#assign fills = ["poppy", "meadow", "cornflower", "sun", "rose", "pond", "wisteria"]]

[#-- What stands in a shape when there are more numbers than shapes: nothing, a dot, a bar, a cross, two bars. --]
[#assign marks = ["", "M0 0h.1", "M-7 0h14", "M-6-6L6 6M6-6L-6 6", "M-6-4h12M-6 4h12"]]

[#-- A marker: shape and tint of a number; without the tint, its shape and what stands in it are its own up to twenty. --]
[#macro marker number x=0 y=0]
[#local mark = marks[(number / 4)?floor % 5]]
<path class="marker f-${fills[number % 7]}" transform="translate(${x} ${y})" d="${shapes[number % 4]}"/>[#if mark?has_content]<path class="mark[#if mark?ends_with("h.1")] mark-dot[/#if]" transform="translate(${x} ${y + (number % 4 == 3)?then(3, 0)})" d="${mark}"/>[/#if][#t]
[/#macro]

[#-- Around a pin, as far as a finger finds it. --]
[#macro reach point]<path class="reach" transform="translate(${point.x} ${point.y})" d="M-${point.reach?c} 0a${point.reach?c} ${point.reach?c} 0 1 0 ${(2 * point.reach)?c} 0a${point.reach?c} ${point.reach?c} 0 1 0-${(2 * point.reach)?c} 0z"/>[/#macro]

[#-- Points moved a little where two are too near for a finger; reach: how far around each there is no other. --]
[#assign apart = 97]
[#function spread points]
  [#local now = points]
  [#list 1..14 as round]
    [#local next = [] near = false]
    [#list now as one]
      [#local x = one.x y = one.y]
      [#list now as other]
        [#if one?index != other?index]
          [#local right = one.x - other.x down = one.y - other.y]
          [#if right == 0 && down == 0][#local right = (one?index < other?index)?then(-1, 1)][/#if]
          [#local square = right * right + down * down]
          [#if square < (apart - 0.5) * (apart - 0.5)]
            [#local distance = root(square) near = true push = (apart - distance) / 2 / distance x += right * push y += down * push]
          [/#if]
        [/#if]
      [/#list]
      [#local next += [{"x": [[x, 20]?max, territoire.width - 20]?min, "y": [[y, 20]?max, territoire.height - 20]?min}]]
    [/#list]
    [#if !near][#break][/#if]
    [#local now = next]
  [/#list]
  [#local found = []]
  [#list now as one]
    [#local nearest = apart * apart]
    [#list now as other]
      [#if one?index != other?index]
        [#local right = one.x - other.x down = one.y - other.y]
        [#local nearest = [nearest, right * right + down * down]?min]
      [/#if]
    [/#list]
    [#local reach = root(nearest) / 2]
    [#local found += [{"x": one.x?round, "y": one.y?round, "reach": [reach - 0.7, 12]?max?floor}]]
  [/#list]
  [#return found]
[/#function]

[#-- The square root of a square of lengths on the drawing. --]
[#function root square]
  [#local found = [square, 100]?max / 40]
  [#list 1..8 as step][#local found = (found + square / found) / 2][/#list]
  [#return found]
[/#function]

[#-- Where an item lies: its position, else the bourg of its commune; an empty hash outside the territory. --]
[#function pointOf item commune]
  [#local cell = territoire.cells[commune.codeInsee!""]!{}]
  [#if !cell?has_content][#return {}][/#if]
  [#if (item.position.lat)?? && (item.position.lon)?? && item.position.lat?is_number && item.position.lon?is_number]
    [#local point = territoire.point(item.position.lat, item.position.lon, commune)]
    [#if point.x > 0 && point.x < territoire.width && point.y > 0 && point.y < territoire.height][#return point][/#if]
  [/#if]
  [#return {"x": cell.bourgX, "y": cell.bourgY}]
[/#function]
