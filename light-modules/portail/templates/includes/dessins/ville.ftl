<svg class="bocage" viewBox="0 0 1440 560" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
<circle class="b-star" cx="1130" cy="120" r="62"/>
<path class="b-rays" d="M1207 128l20 5m-31 27l12 11m-36 14l9 20m-41-9l-1 17m-34-20l-9 20m-20-38l-13 10m-5-39l-18 4m13-38l-14-4m25-28l-17-15m41-10l-6-14m38 3l1-23m34 26l6-11m23 29l16-13m2 42l14-2"/>
<path class="b-cloud" d="M790 120q-4.5-18.9 18.9-19.8 8.1-23 37-16.2 25-9.9 32 14.4 22 0 18 22z"/>
<path class="b-cloud" d="M1300 70q-4-16.8 16.8-17.6 7.2-21 33-14.4 22-8.8 29 12.8 20 0 16 19.2z"/>
<path class="b-draw" stroke-width="4" d="M940 70q9-13 19-1 9-13 21-3"/>
<path class="b-draw" stroke-width="3.2" d="M990 108q7.2-10.4 15.2-.8 7.2-10.4 16.8-2.4"/>
<path class="b-draw" stroke-width="2.8" d="M888 104q6.3-9.1 13.3-.7 6.3-9.1 14.7-2.1"/>
<path class="b-hedge" d="M-20 240c57-3 113-9 170-8 60 1 120 9 180 12 63 3 127 9 190 8 67-1 133-6 200-12 60-5 120-16 180-22 67-7 133-16 200-18 63-2 127 6 190 4 57-2 113-9 170-14V400H-20z"/>
<path class="b-meadow" d="M-80 248q6-3 13-3l105-4q7 0 0 3L12 257q-6.1 3-12.9 3L-110 262q-10 0 0-3z"/>
<path class="b-sun" d="M44 244q6-4 13-4l64-3q7 0 1 4L99 254q-6 3-12 3l-69.9 3q-6.5 0-.7-3z"/>
<path class="b-texture" stroke-width="2.3" d="M55 243L27 257m42-15L42 256m42-15L57 256m42-15L72 255m41-15L88 255"/>
<path class="b-leaf" d="M126 241q7-4 14-4l76 3q10 1 1 6l-13 7q-7 4-15 4H106q-7 0-1-4z"/>
<path class="b-texture" stroke-width="2.3" d="M130 243l81 2m-96 6l83 2"/>
<path class="b-rose" d="M223 246q7-5 16-4l83 6q6 1 1 4l-12 7q-5 3-11 3l-91-4q-6-1-1-4z"/>
<path class="b-wheat" d="M325 254q7-5 15-4l125 6q10 0 5 5l-2 2q-6 4-13 4l-136-4q-8-1-1-5z"/>
<path class="b-leaf" d="M475 261q5-5 12-5l118-3q8 0 5 6v1q-3 6-10 6l-126 1q-7 1-2-4z"/>
<path class="b-texture" stroke-width="3.3" d="M481 259h0m19 0h0m20 0h0m19-1h0m19 0h0m20 0h0m19-1h0m-111 7h0m19 0h0m20-1h0m20 0h0m20 0h0m19 0h0m20-1h0"/>
<path class="b-wheat" d="M615 259q3-6 12-7l72-5q8-1 7 6v2q0 7-8 7l-77 4q-9 0-6-6z"/>
<path class="b-texture" stroke-width="2.2" d="M630 254l-7 5 3 4m20-10l-7 5 4 5m19-12l-7 6 4 5m18-12l-6 6 5 5m17-12l-5 6 4 5"/>
<path class="b-meadow" d="M711 253q0-8 9-9l120-14q6 0 8 6l2 6q3 9-7 10l-124 9q-8 1-8-7z"/>
<path class="b-texture" stroke-width="2.3" d="M724 246v12m14-13v12m13-14l2 13m12-14l2 13m12-15l3 14m11-15l3 14m11-16l4 14m10-15l4 14m10-16l5 15"/>
<path class="b-rose" d="M854 238q-3-9 6-10l68-8q10-1 15 8l4 10q4 7-4 7l-76 6q-8 0-11-8z"/>
<path class="b-leaf" d="M947 227q-5-9 5-10l104-9q8-1 13 6l13 18q3 6-3 6l-112 6q-11 1-15-8z"/>
<path class="b-meadow" d="M1073 213q-4-6 3-7l69-1q10 0 16 7l15 19q6 7-3 7h-73q-10 0-15-7z"/>
<path class="b-sun" d="M1164 211q-4-6 3-6l59 3q11 0 18 8l19 18q6 6-3 6l-62-1q-11 0-17-8z"/>
<path class="b-texture" stroke-width="2.3" d="M1169 210l67 3m-62 3l68 2m-63 4l69 2m-64 4l69 2m-64 4l70 1"/>
<path class="b-meadow" d="M1249 215q-7-7 2-7l123-5q7-1 13 4l29 21q7 6-2 6l-130 6q-10 0-16-6z"/>
<path class="b-leaf" d="M1394 208q-8-6 2-7l74-6q8 0 15 5l34 26q7 5-1 5l-83 2q-7 1-12-3z"/>
<path class="b-wheat" d="M-70 269q11-4 22-4l76-2q7 0 1 4L-5.6 283q-9.1 4-19.4 4l-83 1q-8 0 0-4z"/>
<path class="b-texture" stroke-width="2.6" d="M-68 271l82.6-1M-93 281H-7.7"/>
<path class="b-rose" d="M35 267q7-4 16-4l121-1q12 0 2 6l-22 14q-8 5-18 5H1.4q-9.4 0-.9-4z"/>
<path class="b-leaf" d="M181 268q9-6 20-6l106 5q10 0 2 5l-15 10q-7 6-16 6l-116-1q-11 0-2-5z"/>
<path class="b-meadow" d="M313 274q9-6 21-6l112 3q9 0 2 7l-5 4q-6 6-14 6l-123-1q-11 0-2-6z"/>
<path class="b-leaf" d="M455 278q7-6 16-6l96-1q9 0 5 8l-1 1q-5 7-17 7H455q-11 0-3-7z"/>
<path class="b-texture" stroke-width="2.4" d="M474 274l-11 6-1 5m29-11l-11 6v5m28-11l-11 5 1 6m27-11l-10 5v6m27-11l-10 5 1 6m26-11l-10 5 2 6"/>
<path class="b-rose" d="M578 278q5-7 14-8l108-4q13 0 12 9v4q0 8-8 8l-120 1q-11 0-6-8z"/>
<path class="b-meadow" d="M719 275q0-10 11-11l120-8q10 0 13 9l5 13q3 9-6 9l-131 1q-12 0-12-10z"/>
<path class="b-leaf" d="M870 263q-3-8 6-9l110-6q11-1 16 9l12 21q5 9-6 9l-119 1q-11 0-15-11z"/>
<path class="b-meadow" d="M1008 255q-5-9 5-9l117-4q10 0 15 8l21 28q7 9-4 9l-125 1q-11 0-16-10z"/>
<path class="b-texture" stroke-width="2.6" d="M1020 252l17 30m-1-31l18 31m-2-31l19 31m-4-32l20 31m-4-31l21 31m-5-31l22 31m-6-32l23 32m-7-32l23 32"/>
<path class="b-rose" d="M1153 251q-7-9 5-9l59 2q13 0 21 9l25 26q8 8-4 8h-66q-12 0-20-10z"/>
<path class="b-leaf" d="M1245 253q-9-9 3-9l74-1q8 0 13 5l35 31q9 8-4 8h-77q-11 0-19-8z"/>
<path class="b-texture" stroke-width="2.6" d="M1253 250l31 31m-16-31l31 31m-17-31l32 31m-18-31l34 31m-19-31l34 31m-20-31l35 31"/>
<path class="b-meadow" d="M1345 251q-9-8 4-9l89-4q13-1 23 8l41 34q8 7-2 7l-104 1q-10 0-17-7z"/>
<path class="b-leaf" d="M1464 242q-7-5 2-5l111-2q11 0 20 6l52 39q11 7-2 7H1529q-11 0-20-7z"/>
<path class="b-bush" stroke-width="9" d="M8 239H8m331 6h0m26 2h0m121 6h0m229-12h0m174-21h0m49-5h0m45-5h0m371-9h0m67-6h0"/>
<path class="b-bush" stroke-width="12" d="M683 264h0m17 0h0m534-23h0M-10 240h0m46-2h0m116-5h0m19 1h0m32 1h0m21 2h0m31 2h0m55 5h0m112 6h0m130 2h0m56-2h0m77-6h0m47-4h0m81-10h0m20-3h0m77-9h0m101-11h0m19-2h0m24-1h0m18-2h0m28-1h0m28 0h0m41 1h0m103 3h0m33-1h0"/>
<path class="b-bush" stroke-width="15" d="M194 259h0M-20 290h0m727 0h0M54 236h0m31-1h0m18-1h0m287 15h0m50 2h0m18 1h0m72 1h0m55-2h0m206-18h0m358-32h0m53 2h0m29 1h0m106-1h0"/>
<path class="b-bush" stroke-width="18" d="M801 290h0m329 0h0m240-14h0"/>
<path class="b-bush" stroke-width="21" d="M988 290h0"/>
<path class="b-bush-light" stroke-width="4" d="M192 257h0m489 5h0m17 0h0m534-23h0M706 288h0M34 235h0m116-4h0m19 0h0m53 4h0m198 13h0m131 2h0m55-2h0m225-23h0m77-9h0m120-13h0m70-4h0m28-1h0m144 5h0"/>
<path class="b-bush-light" stroke-width="6" d="M-22 287h0m820 0h0m187 0h0m143 0h0m239-14h0M51 234h0m32-2h0m18-1h0m287 15h0m50 3h0m18 0h0m72 1h0m55-2h0m206-18h0m358-32h0m52 2h0m29 2h0m106-2h0"/>
<path class="b-rose" d="M930 272V180q0-4 4-4h22q4 0 4 4v92z"/>
<path class="b-wall" d="M966 274V214q0-4 4-4h18q4 0 4 4v60zm288-6V168q0-4 4-4h20q4 0 4 4V268z"/>
<path class="b-sun" d="M1040 268V190q0-4 4-4h24q4 0 4 4v78z"/>
<path class="b-lake" d="M1216 266V196q0-4 4-4h24q4 0 4 4v70z"/>
<path class="b-poppy" d="M1310 264V198q0-4 4-4h26q4 0 4 4v66z"/>
<path class="b-wisteria" d="M1404 262V174q0-4 4-4h24q4 0 4 4v88zm-604 8V202q0-4 4-4h20q4 0 4 4v68z"/>
<path class="b-cornflower" d="M929 173h32q3 0 3 4H926q0-4 3-4z"/>
<path class="b-roof" d="M965 207h28q3 0 3 4H962q0-4 3-4zm344-16h36q3 0 3 4h-42q0-4 3-4z"/>
<path class="b-poppy" d="M1039 183h34q3 0 3 4h-40q0-4 3-4zm214-22h30q3 0 3 4h-36q0-4 3-4zM799 195h30q3 0 3 4H796q0-4 3-4z"/>
<path class="b-wisteria" d="M1215 189h34q3 0 3 4h-40q0-4 3-4z"/>
<path class="b-pond" d="M1403 167h34q3 0 3 4h-40q0-4 3-4z"/>
<path class="b-wall" d="M937 180h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm100-56h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm165-50h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm89-40h7v8.4h-7zm0 16h7v8.4h-7zm0 15h7v8.4h-7zm88-57h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zM806 202h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5z"/>
<path class="b-ink" d="M971 214h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm278-80h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5zm-11 10h5v6h-5zm11 0h5v6h-5zm-11 12h5v6h-5zm11 0h5v6h-5z"/>
<path class="b-ink" d="M942 272v-6.5q3-3.6 6 0V272zm34 2v-6.5q3-3.6 6 0V274zm77-6v-6.5q3-3.6 6 0V268zm176-2v-6.5q3-3.6 6 0V266zm36 2v-6.5q3-3.6 6 0V268zm58-4v-9.1q4-4.8 8 0V264zm94-2v-6.5q3-3.6 6 0V262zm-606 8v-6.5q3-3.6 6 0V270z"/>
<path class="b-leaf" d="M-10 281V268L1 258l11 10v13z"/>
<path class="b-rose" d="M15 280V261l15-14 15 14v19zm70 1V262l13.5-12L112 262v19zm165-1V266l15-14 15 14v14zm390-1V262l11.5-11L663 262v17z"/>
<path class="b-wall" d="M54 280V265l11-10 11 10v15zm432 1V268l14.5-13L515 268v13zm180-3V264l10-9 10 9v14zm420-2V258h33v18zm72 2V262h21v16zm188-5V259l13-12 13 12v14z"/>
<path class="b-wheat" d="M160 278V260l10.5-10L181 260v18zm56 2V267l13.5-12L243 267v13zm472-3V262l13-12 13 12v15z"/>
<path class="b-earth" d="M187 280V263l10.5-10L208 263v17z"/>
<path class="b-sun" d="M450 278V266h27v12zm74 1V266h21v13zm199 1V266l13.5-12L750 266v14z"/>
<path class="b-wisteria" d="M759 279V266l14-13 14 13v13z"/>
<path class="b-cornflower" d="M1122 274V259l14-13 14 13v15z"/>
<path class="b-poppy" d="M1375 275V256l13-12 13 12v19z"/>
<path class="b-roof" d="M-13 270L1 257.3 15 270q-1 4-3 2L1 262.4-10 272q-2.4 2-3-2zm64-3l14-12.7L79 267q-1 4-3 2l-11-9.6L54 269q-2.4 2-3-2zm133-2l13.5-12.7L211 265q-1 4-3 2l-10.5-9.6L187 267q-2.4 2-3-2zm63 3l18.3-17 18.3 17q-1 4-3.3 2l-15-13.4-15 13.4q-2.6 2-3.3-2zm199-2l5.4-9q1-2 4-2h16.2q3 0 4 2l5.4 9q0 3-4 3H450q-4 0-4-3zm191-2l14.5-13.7L666 264q-1 4-3 2l-11.5-10.6L640 266q-2.4 2-3-2zm445-6l6.6-11q1-2 4-2h19.8q3 0 4 2l6.6 11q0 3-4 3h-33q-4 0-4-3zm72 4l4.2-7q1-2 4-2h12.6q3 0 4 2l4.2 7q0 3-4 3h-21q-4 0-4-3zm189-1l16-14.7 16 14.7q-1 4-3 2l-13-11.5-13 11.5q-2.4 2-3-2z"/>
<path class="b-poppy" d="M11.7 263L30 246l18.3 17q-1 4-3.3 2L30 251.6 15 265q-2.6 2-3.3-2zM213 269l16.5-14.7L246 269q-1 4-3 2l-13.5-11.5L216 271q-2.4 2-3-2zm270 1l17.7-15.9L518.4 270q-1 4-3.2 2l-14.5-12.5L486.2 272q-2.6 2-3.2-2zm202-6l16-14.7L717 264q-1 4-3 2l-13-11.5L688 266q-2.4 2-3-2z"/>
<path class="b-pond" d="M82 264l16.5-14.7L115 264q-1 4-3 2L98.5 254.5 85 266q-2.4 2-3-2zm581 2l13-11.7L689 266q-1 4-3 2l-10-8.6-10 8.6q-2.4 2-3-2z"/>
<path class="b-cornflower" d="M157 262l13.5-12.7L184 262q-1 4-3 2l-10.5-9.6L160 264q-2.4 2-3-2zm363 4l4.2-7q1-2 4-2h12.6q3 0 4 2l4.2 7q0 3-4 3H524q-4 0-4-3zm236 2l17.1-15.8L790.2 268q-1 4-3.1 2l-14-12.5-14 12.5q-2.5 2-3.1-2z"/>
<path class="b-wisteria" d="M720 268l16.5-14.7L753 268q-1 4-3 2l-13.5-11.5L723 270q-2.4 2-3-2zm399-7l17.1-15.8 17.1 15.8q-1 4-3.1 2l-14-12.5-14 12.5q-2.5 2-3.1-2zm253-3l16-14.7 16 14.7q-1 4-3 2l-13-11.5-13 11.5q-2.4 2-3-2z"/>
<path class="b-wall" d="M-2 272H3v6H-2zm29-6h6v7.2H27zm69 1h6v7.2H96zm166 4h6v7.2h-6zm198 0h6v7.2h-6zm72-1h5v6h-5zm117-4h5v6h-5zm85 5h6v7.2h-6zm36 0h6v7.2h-6zm363-7h6v7.2h-6zm252-3h6v7.2h-6z"/>
<path class="b-ink" d="M62 270h5v6H62zm106-6h5v6h-5zm27 4h5v6h-5zm31 4h6v7.2h-6zm272 1h6v7.2h-6zm176-5h5v6h-5zm24-1h6v7.2h-6zm395-4h6v7.2h-6zm13 0h6v7.2h-6zm60 3h5v6h-5zm190-2h6v7.2h-6z"/>
<path class="b-ink" d="M-2 281v-6.5q3-3.6 6 0V281zm28-1v-7.8q3.5-4.2 7 0V280zm36 0v-6.5q3-3.6 6 0V280zm33 1v-7.8q3.5-4.2 7 0V281zm73-3v-6.5q3-3.6 6 0V278zm26 2v-6.5q3-3.6 6 0V280zm32 0v-7.8q3.5-4.2 7 0V280zm36 0v-7.8q3.5-4.2 7 0V280zm198-2v-7.8q3.5-4.2 7 0V278zm37 3v-7.8q3.5-4.2 7 0V281zm35-2v-6.5q3-3.6 6 0V279zm116 0v-6.5q3-3.6 6 0V279zm25-1v-6.5q3-3.6 6 0V278zm25-1v-7.8q3.5-4.2 7 0V277zm35 3v-7.8q3.5-4.2 7 0V280zm37-1v-7.8q3.5-4.2 7 0V279zm329-3v-7.8q3.5-4.2 7 0V276zm33-2v-7.8q3.5-4.2 7 0V274zm34 4v-6.5q3-3.6 6 0V278zm190-5v-7.8q3.5-4.2 7 0V273zm28 2v-7.8q3.5-4.2 7 0V275z"/>
<path class="b-bush" stroke-width="15" d="M420 276h0m416 0h0m16 0h0m438 0h0m10 0h0m146 0h0M130 276h0"/>
<path class="b-bush" stroke-width="18" d="M408 276h0m588 0h0m152 0h0M120 276h0"/>
<path class="b-bush-light" stroke-width="4" d="M418 274h0m416 0h0m16 0h0m438 0h0m10 0h0m146 0h0M128 274h0"/>
<path class="b-bush-light" stroke-width="6" d="M405 273h0m588 0h0m152 0h0M117 273h0"/>
<path class="b-earth" d="M-20 282c107 1 213 3 320 4 100 1 200 4 300 4 67 0 133-5 200-6 100-2 200-1 300-2 120-1 240-3 360-4V600H-20z"/>
<path class="b-leaf" d="M-96 294q11-7 23-7l125 1q8 0 1 5L25 313q-9.9 7-21.8 7H-128q-12 0-2-6z"/>
<path class="b-texture" stroke-width="3.7" d="M5.7 292L-20 304l-9 12m61-23L6.4 304-1.8 316"/>
<path class="b-rose" d="M60 295q8-7 19-6l191 2q12 0 4 9l-13 14q-8 8-19 8L38 320q-14 0-3-8z"/>
<path class="b-texture" stroke-width="5.5" d="M63 298h0m31 0h0m32 0h0m31 1h0m31 0h0m31 1h0m31 0h0M61 311h0m32 1h0m32 0h0m32 0h0m32 1h0m32 0h0m32 0h0"/>
<path class="b-sun" d="M284 299q7-8 17-8l177 3q14 1 7 13l-5 11q-4 7-12 7l-194-2q-12-1-4-10z"/>
<path class="b-texture" stroke-width="4" d="M307 296l-20 22m43-22l-19 23m42-22l-17 22m40-22l-16 22m40-22l-16 23m39-22l-14 22m37-22l-13 22m37-21l-12 21"/>
<path class="b-leaf" d="M495 306q5-11 18-11l172-2q11 0 11 11l-1 7q0 13-13 13l-183 1q-14 0-8-12z"/>
<path class="b-texture" stroke-width="5.5" d="M504 303h0m33 0h0m34 0h0m33-1h0m33 0h0m34 0h0M515 316h0m35 0h0m34 0h0m34-1h0m34 0h0m35 0h0"/>
<path class="b-wheat" d="M705 301q0-9 8-9l146-3q12 0 16 11l3 9q3 12-9 12l-152 2q-13 1-13-13z"/>
<path class="b-sun" d="M884 301q-4-13 9-13h141q11 0 17 9l10 14q6 9-5 9l-155 1q-11 0-14-10z"/>
<path class="b-texture" stroke-width="5.5" d="M891 298h0m34 0h0m34-1h0m33 0h0m34 0h0M913 311h0m35 0h0m35 0h0m34 0h0m35 0h0"/>
<path class="b-leaf" d="M1060 297q-7-9 5-9l151-2q10 0 17 7l22 20q5 6-3 6l-166 1q-10 0-16-8z"/>
<path class="b-texture" stroke-width="4" d="M1070 294l151-1m-144 11l153-2m-146 11l156-1"/>
<path class="b-sun" d="M1241 293q-7-7 3-7l105-1q10 0 18 5l25 20q10 7-3 8H1282q-13 1-22-8z"/>
<path class="b-texture" stroke-width="4" d="M1256 290l26 24m-3-24l27 24m-4-24l28 23m-5-23l30 23m-7-24l31 24"/>
<path class="b-leaf" d="M1375 290q-8-6 1-6l118-1q9 0 18 5l37 24q8 5-1 5H1423q-12 0-21-6z"/>
<path class="b-wheat" d="M-117 333q11-6 23-6l189 1q11 0 2 8L77 353q-11 9-25 9l-195-1q-18 0-3-9z"/>
<path class="b-texture" stroke-width="6.2" d="M-4.7 337h0M31 338h0m37 0h0M-5.7 352h0M31 352h0m38 0h0"/>
<path class="b-leaf" d="M106 337q11-9 25-8l121 1q14 0 4 10l-12 14q-8 9-19 9L88 362q-11 0-2-7z"/>
<path class="b-texture" stroke-width="4.4" d="M131 333l-27 24m55-24l-26 24m53-23l-24 24m52-24l-23 24m51-24l-22 24"/>
<path class="b-meadow" d="M265 343q11-13 28-13l103 1q11 0 5 9l-7 12q-7 12-21 11H258q-11 0-4-8z"/>
<path class="b-texture" stroke-width="4.1" d="M295 335l-19 11-1 12m49-23l-19 12 1 11m47-23l-18 12 1 12m46-23l-17 11 1 12"/>
<path class="b-leaf" d="M408 346q9-14 26-14l158 1q15 0 11 14l-1 3q-3 15-19 14H414q-17 0-8-14z"/>
<path class="b-texture" stroke-width="4.4" d="M425 341l166 1M417 355l170 1"/>
<path class="b-meadow" d="M615 343q2-10 13-11l195-3q14-1 17 13l2 10q3 10-8 10l-208 2q-16 1-13-14z"/>
<path class="b-texture" stroke-width="4.4" d="M631 341l193-3M628 355l198-2"/>
<path class="b-leaf" d="M851 343q-4-15 13-15l195-1q14 0 22 12l6 8q9 14-8 14l-213 1q-10 0-13-10z"/>
<path class="b-texture" stroke-width="6.2" d="M859 338h0m39 0h0m38 0h0m38 0h0m39-1h0m38 0h0M883 352h0m39 0h0m40 0h0m39 0h0m39 0h0m40-1h0"/>
<path class="b-meadow" d="M1091 338q-8-11 5-11l183-1q13 0 22 9l17 15q11 10-4 10l-191 1q-16 0-25-12z"/>
<path class="b-texture" stroke-width="4.1" d="M1114 332v12l18 12m13-24v12l19 12m11-25l2 13 20 12m9-25l2 13 21 12m8-25l3 12 21 13m7-25l3 12 22 12"/>
<path class="b-rose" d="M1311 334q-9-8 3-8l149-2q11 0 19 6l30 21q11 8-3 8l-156 1q-13 0-22-8z"/>
<path class="b-texture" stroke-width="4.1" d="M1333 330l5 13 23 12m2-25l6 13 24 12m1-25l6 12 25 13m-1-25l7 12 26 13m-2-26l8 13 26 13"/>
<path class="b-leaf" d="M-156 378q14-8 29-8H69q15 1 4 10L41 408q-13 11-29.7 11H-199q-19 0-3-10z"/>
<path class="b-texture" stroke-width="6.9" d="M.1 385h0M39 385h0M-5.7 405h0M34 405h0"/>
<path class="b-meadow" d="M80 385q16-14 37-14l161 1q12 0 5 10l-20 24q-10 13-26 13H56q-14 0-4-9z"/>
<path class="b-sun" d="M295 382q7-10 20-10l224 1q14 0 10 14l-6 20q-4 12-17 12H283q-17 0-7-13z"/>
<path class="b-wheat" d="M560 393q6-20 26-20l188-2q14 0 16 14l2 18q2 16-14 16H566q-14 0-10-12z"/>
<path class="b-texture" stroke-width="4.9" d="M579 383l194-2M575 396l200-1M572 410l204-1"/>
<path class="b-leaf" d="M802 383q-2-12 11-12l104-1q18 0 24 17l5 12q7 20-14 20H828q-21 0-24-20z"/>
<path class="b-texture" stroke-width="4.9" d="M811 381l118-1M814 395H934M816 409H939"/>
<path class="b-rose" d="M951 382q-4-12 8-12h205q17 0 28 13l16 20q14 16-7 16H985q-18 0-25-16z"/>
<path class="b-leaf" d="M1202 379q-8-9 4-10l230-1q16 0 29 10l36 29q16 12-4 12H1252q-17 0-27-12z"/>
<path class="b-texture" stroke-width="6.9" d="M1217 384h0m44 0h0m44 0h0m44 0h0m45-1h0m44 0h0m-180 22h0m45 0h0m46 0h0m46 0h0m46 0h0"/>
<path class="b-rose" d="M1480 380q-16-12 4-12h191q17 0 30 8l55 33q17 10-3 10H1550q-20 0-36-12z"/>
<path class="b-wheat" d="M857 284c-14 4-32 11-51 22-19 11-45 27-64 42-19 15-40 33-52 48-12 15-20 27-21 44-1 17 9 33 18 60 9 27-25 83 33 100 58 17 280 15 316 0 36-15-70-64-103-90-33-26-77-45-98-64-21-19-26-32-25-48 1-16 22-35 32-50 10-15 22-29 30-40 8-11 20-20 17-24-3-4-18-4-32 0z"/>
<path class="b-lake" d="M862 284c-12 4-31 11-50 22-19 11-43 27-62 42-19 15-38 33-50 48-12 15-20 27-20 44 0 17 11 33 20 60 9 27-17 83 36 100 53 17 253 15 284 0 31-15-67-64-100-90-33-26-76-45-96-64-20-19-26-32-24-48 2-16 23-35 34-50 11-15 24-29 32-40 8-11 19-20 18-24-1-4-10-4-22 0z"/>
<path class="b-water" d="M840 306q4.2-5 8.4 0M812 326q5.1-5 10.2 0M790 350q6.2-5 12.4 0M768 372q7.2-5 14.4 0M744 392q8.1-5 16.2 0m9.8 12q8.6-5 17.3 0M730 474q11.8-5 24 0m36 12q12.4-5 25 0m-55 34q13.9-5 28 0m62-12q13.4-5 27 0m-77 40q15.2-5 30 0m70 0q15.2-5 30 0"/>
<path class="b-sun" d="M30 325V294l18-17 18 17v31z"/>
<path class="b-wheat" d="M69 326V303l24-22 24 22v23zm851-4V293h41v29zm484-2V288h49v32z"/>
<path class="b-leaf" d="M121 327V297l17-16 17 16v30z"/>
<path class="b-wall" d="M158 328V306l20-19 20 19v22zm462-3V297l23-21 23 21v28zm530-4V292h44v29zm101-2V289h47v30z"/>
<path class="b-poppy" d="M500 328V300l22-20 22 20v28zm850-8V288h48v32z"/>
<path class="b-wisteria" d="M669 327V304h42v23zm349-2V300h35v25z"/>
<path class="b-earth" d="M967 326V300h48v26z"/>
<path class="b-lake" d="M1203 321V295h42v26z"/>
<path class="b-poppy" d="M26 296l22-21 22 21q-1 4-4 2L48 281.7 30 298q-3.2 2-4-2zm91 3l21-19.4L159 299q-1 4-3.7 2l-17-15.4-17 15.4q-3 2-3.7-2zm1082-4l8.4-14q1-2 4-2h25q3 0 4 2l8.4 14q0 3-4 3h-42q-4 0-4-3z"/>
<path class="b-roof" d="M64 305l29-27 29 27q-1 4-5.2 2l-24-21-24 21q-4.1 2-5.2-2zm89 3l25-23 25 23q-1 4-4.5 2l-20-18.2-20 18.2q-3.6 2-4.5-2zm462-9l28-26 28 26q-1 4-5.1 2l-23-20-23 20q-4 2-5.1-2zm301-6l8.4-14q1-2 4-2h24q3 0 4 2l8.4 14q0 3-4 3h-41q-4 0-4-3zm98 7l7.2-12q1-2 4-2h21q3 0 4 2l7.2 12q0 3-4 3h-35q-4 0-4-3zm132-8l9-15q1-2 4-2h26q3 0 4 2l9 15q0 3-4 3h-44q-4 0-4-3zm254-4l10.2-17q1-2 4-2h29q3 0 4 2l10.2 17q0 3-4 3h-49q-4 0-4-3z"/>
<path class="b-pond" d="M495 302l27-24 27 24q-1 4-4.8 2l-22-19.2-22 19.2q-3.9 2-4.8-2zm752-13l9.6-16q1-2 4-2h28q3 0 4 2l9.6 16q0 3-4 3h-47q-4 0-4-3zm99-1l9.6-16q1-2 4-2h29q3 0 4 2l9.6 16q0 3-4 3h-48q-4 0-4-3z"/>
<path class="b-cornflower" d="M665 304l8.4-14q1-2 4-2h25q3 0 4 2l8.4 14q0 3-4 3h-42q-4 0-4-3z"/>
<path class="b-wisteria" d="M963 300l9.6-16q1-2 4-2h29q3 0 4 2l9.6 16q0 3-4 3h-48q-4 0-4-3z"/>
<path class="b-wall" d="M44 301h8v9.6H44zm90 3h8v9.6h-8zm376 3h8v9.6h-8zm16 0h8v9.6h-8zm152 4h8v9.6h-8zm16 0h8v9.6h-8zm338-4h8v9.6h-8zm180-5h8v9.6h-8zm16 0h8v9.6h-8zm134-7h8v9.6h-8zm16 0h8v9.6h-8z"/>
<path class="b-ink" d="M80 310h8v9.6H80zm17 0h8v9.6H97zm77 3h8v9.6h-8zm457-9h8v9.6h-8zm16 0h8v9.6h-8zm289-4h8v9.6h-8zm43 7h8v9.6h-8zm16 0h8v9.6h-8zm165-8h8v9.6h-8zm16 0h8v9.6h-8zm86-3h8v9.6h-8zm17 0h8v9.6h-8zm137-1h8v9.6h-8zm17 0h8v9.6h-8z"/>
<path class="b-ink" d="M44 325V314.6q4.5-5.4 9 0V325zm44 1V315.6q4.5-5.4 9 0V326zm46 1V316.6q4.5-5.4 9 0V327zm40 1V317.6q4.5-5.4 9 0V328zm344 0V317.6q4.5-5.4 9 0V328zm120-3V314.6q4.5-5.4 9 0V325zm48 2V316.6q4.5-5.4 9 0V327zm250-5V311.6q4.5-5.4 9 0V322zm50 4V315.6q4.5-5.4 9 0V326zm45-1V314.6q4.5-5.4 9 0V325zm137-4V310.6q4.5-5.4 9 0V321zm52 0V310.6q4.5-5.4 9 0V321zm50-2V308.6q4.5-5.4 9 0V319zm100 1V309.6q4.5-5.4 9 0V320zm54 0V309.6q4.5-5.4 9 0V320z"/>
<path class="b-bush" stroke-width="18" d="M222 326h0m1104 0h0"/>
<path class="b-bush" stroke-width="21" d="M206 326h0m368 0h0m326 0h0m226 0h0"/>
<path class="b-bush" stroke-width="24" d="M14 326h0m410 0h0m172 0h0m710 0h0"/>
<path class="b-bush" stroke-width="27" d="M1096 326h0"/>
<path class="b-bush-light" stroke-width="6" d="M219 323h0m352 0h0m326 0h0m226 0h0m200 0h0"/>
<path class="b-bush-light" stroke-width="8" d="M11 322h0m192 0h0m218 0h0m172 0h0m499 0h0m211 0h0"/>
<path class="b-wall" d="M300 366V336l28-20 28 20v30zm56 0V272h28v94z"/>
<path class="b-roof" d="M294 340l34-28 34 28q-2 5-7 1l-27-20-27 20q-5 4-7-1z"/>
<path class="b-ink" d="M351 274l19-46 19 46zm15 42V302q4-6 8 0v14z"/>
<circle class="b-star" cx="370" cy="288" r="5.5"/>
<path class="b-wall" d="M-16 410V373H27v37zm115 0V374l28-26 28 26v36zm521 0V370h46v40zm460-5V346l24-22 24 22v59z"/>
<path class="b-wisteria" d="M33 409V366l32-29 32 29v43z"/>
<path class="b-rose" d="M560 410V360l27-25 27 25v50zm378-3V372h64v35zm193-2V366l30-27 30 27v39z"/>
<path class="b-sun" d="M880 410V369h52v41z"/>
<path class="b-earth" d="M1300 407V356l31-29 31 29v51z"/>
<path class="b-lake" d="M1371 406V360l27-25 27 25v46z"/>
<path class="b-roof" d="M-20 373l9-15q1-2 4-2H18q3 0 4 2l9 15q0 3-4 3H-16q-4 0-4-3zm574-11l33-30 33 30q-1 4-5.9 2l-27-24-27 24q-4.8 2-5.9-2z"/>
<path class="b-cornflower" d="M26 368l38-35 38 35q-1 4-6.9 2l-32-28-32 28q-5.5 2-6.9-2zm590 2l9.6-16q1-2 4-2h27q3 0 4 2l9.6 16q0 3-4 3h-46q-4 0-4-3zm318 2l10.8-18q1-2 4-2h42q3 0 4 2l10.8 18q0 3-4 3h-64q-4 0-4-3zm359-14l38-35 38 35q-1 4-6.8 2l-31-28-31 28q-5.5 2-6.8-2z"/>
<path class="b-pond" d="M93 376l34-32 34 32q-1 4-6.2 2l-28-25-28 25q-4.9 2-6.2-2zm982-28l29-27 29 27q-1 4-5.3 2l-24-21-24 21q-4.2 2-5.3-2z"/>
<path class="b-poppy" d="M876 369l10.8-18q1-2 4-2h30q3 0 4 2l10.8 18q0 3-4 3h-52q-4 0-4-3z"/>
<path class="b-wisteria" d="M1125 368l36-33 36 33q-1 4-6.5 2l-30-26-30 26q-5.2 2-6.5-2zm240-6l33-30 33 30q-1 4-5.9 2l-27-24-27 24q-4.8 2-5.9-2z"/>
<path class="b-ink" d="M-7 380H1v9.6H-7zm17 0h8v9.6H10zm105 1h8v9.6h-8zm16 0h8v9.6h-8zm500-4h8v9.6h-8zm16 0h8v9.6h-8zm445-24h8v9.6h-8zm16 0h8v9.6h-8zm-16 18h8v9.6h-8zm16 0h8v9.6h-8zm202-8h8v9.6h-8zm17 0h8v9.6h-8zm17 0h8v9.6h-8z"/>
<path class="b-wall" d="M44 373h8v9.6H44zm16 0h8v9.6H60zm17 0h8v9.6H77zm498-6h8v9.6h-8zm16 0h8v9.6h-8zm303 9h8v9.6h-8zm16 0h8v9.6h-8zm39 3h8v9.6h-8zm17 0h8v9.6h-8zm17 0h8v9.6h-8zm157-6h8v9.6h-8zm16 0h8v9.6h-8zm17 0h8v9.6h-8zm213-6h8v9.6h-8zm16 0h8v9.6h-8z"/>
<path class="b-ink" d="M1 410V399.6q4.5-5.4 9 0V410zm59-1V398.6q4.5-5.4 9 0V409zm62 1V399.6q4.5-5.4 9 0V410zm460 0V399.6q4.5-5.4 9 0V410zm56 0V399.6q4.5-5.4 9 0V410zm264 0V399.6q4.5-5.4 9 0V410zm64-3V396.6q4.5-5.4 9 0V407zm134-2V394.6q4.5-5.4 9 0V405zm56 0V394.6q4.5-5.4 9 0V405zm170 2V396.6q4.5-5.4 9 0V407zm68-1V395.6q4.5-5.4 9 0V406z"/>
<path class="b-wheat" d="M392 412V354H502v58z"/>
<path class="b-cornflower" d="M384 356l14-24h98l14 24q-2 3-6 3H390q-5 0-6-3z"/>
<path class="b-wall" d="M430 356V328l17-14 17 14v28z"/>
<path class="b-roof" d="M426 330l21-22 21 22z"/>
<circle class="b-star" cx="447" cy="338" r="7"/>
<path class="b-draw" stroke-width="2.5" d="M447 308V284m0 50v4h4"/>
<path class="b-poppy" d="M448 284q10-4 20 0-3 5 0 11-10-3-20 0z"/>
<path class="b-ink" d="M400 388V374q5-8 10 0v14zm16 0V374q5-8 10 0v14zm52 0V374q5-8 10 0v14zm16 0V374q5-8 10 0v14zm-46 24V390q9-14 18 0v22z"/>
<path class="b-draw" stroke-width="4.2" d="M194 416V400.4M268 414V398.4M374 416V400.4M546 418V402.4M862 412V396.4M1058 416V400.4"/>
<path class="b-bush" stroke-width="26" d="M194 393h0m74-2h0m106 2h0m172 2h0m316-6h0m196 4h0"/>
<path class="b-bush-light" stroke-width="8.8" d="M190 388h0m74-2h0m106 2h0m172 2h0m316-6h0m196 4h0"/>
<path class="b-draw" stroke-width="5.4" d="M170 412V392m70 20V392m112 20V392m174 22V394m150 16V390m360 22V392m176 18V390m70 22V392m148 20V392"/>
<path class="b-bush" stroke-width="34" d="M170 381h0m70 0h0m112 0h0m174 2h0m150-4h0m360 2h0m176-2h0m70 2h0m148 0h0"/>
<path class="b-bush-light" stroke-width="11.6" d="M165 376h0m70 0h0m112 0h0m174 2h0m150-4h0m360 2h0m176-2h0m70 2h0m148 0h0"/>
<path class="b-earth" d="M-20 420H1460v34H-20z"/>
<path class="b-texture" stroke-width="2.5" d="M-20 434H1460M-20 444H1460"/>
<path class="b-wall" d="M648 446H848v20q-6 3-10 2-8-16-34-17t-38 16q-7 3-14 0-8-16-36-16t-36 16q-14 4-32-2z"/>
<path class="b-roof" d="M644 442H852q3 4 0 8H644q-3-4 0-8z"/>
<path class="b-draw" stroke-width="2.6" d="M652 442V428m28 14V428m28 14V428m28 14V428m28 14V428m28 14V428m28 14V428m26 14V428m-196 0H848"/>
<path class="b-draw" stroke-width="1.6" d="M-20 376q150 14 300 0 150 14 300 0 150 14 300 0 150 14 300 0 150 14 300 0"/>
<path class="b-draw" stroke-width="4" d="M280 440V372m300 68V372m300 68V372m300 68V372"/>
<path class="b-draw" stroke-width="2.5" d="M712 391l-9-4 7-4m-10 0h20"/>
<path class="b-poppy" d="M590 434V402q2-12 16-12H814q14 0 20 14l6 26q0 6-6 6H596q-6 0-6-2z"/>
<path class="b-wall" d="M590 418H837l2 8H590z"/>
<path class="b-lake" d="M602 398h24v16H602zm30 0h24v16H632zm44 0h24v16H676zm54 0h24v16H730zm30 0h24v16H760zm50 0h6q8 0 11 8l3 8H810z"/>
<path class="b-ink" d="M658 396h14v38H658zm132 0h14v38H790z"/>
<path class="b-texture" stroke-width="4" d="M715 392v42"/>
<path class="b-draw" stroke-width="3" d="M616 438a5 5 0 1 0 .1 0zM696 438a5 5 0 1 0 .1 0zM738 438a5 5 0 1 0 .1 0zM816 438a5 5 0 1 0 .1 0z"/>
<circle class="b-roof" cx="614" cy="407" r="4"/>
<circle class="b-roof" cx="690" cy="408" r="4"/>
<circle class="b-roof" cx="744" cy="407" r="4"/>
<path class="b-wheat" d="M6.4 489Q20 462 50 462H600q30 0 38 29l18 60q8 29-22 29H-10q-30 0-16-27z"/>
<path class="b-texture" stroke-width="4" d="M40 484h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0M63 516h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0M34 548h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0m56 0h0"/>
<path class="b-hedge" d="M904 476q-20-14 4-14h548q24 0 24 24v90q0 24-24 24H1104q-24 0-44-14z"/>
<path class="b-rose" d="M934 480q-12-9 3-9h50q13 0 24 7l39 22q9 6-1 6H984q-11 0-20-7z"/>
<path class="b-texture" stroke-width="3.5" d="M946 476l11 12 27 13m-15-25l12 12 28 13m-17-25l13 12 29 13"/>
<path class="b-cornflower" d="M1021 479q-13-8 2-8h94q13 0 25 6l52 24q10 5-1 5H1081q-12 0-23-6z"/>
<path class="b-texture" stroke-width="3.7" d="M1029 478h108m-90 10h111m-92 11h114"/>
<path class="b-sun" d="M1150 477q-11-6 1-6h56q11 0 22 5l61 24q12 6-1 6h-61q-14 0-27-6z"/>
<path class="b-texture" stroke-width="5.2" d="M1167 481h0m28 0h0m27 0h0m-9 15h0m29 0h0m29 0h0"/>
<path class="b-rose" d="M1239 476q-12-5 1-5h55q10 0 18 4l77 27q8 4-1 4h-63q-14 0-27-6z"/>
<path class="b-texture" stroke-width="3.7" d="M1250 478h68m-43 10h71m-46 11h73"/>
<path class="b-leaf" d="M1327 477q-14-6 1-6h80q11 0 22 4l87 28q9 3 0 3H1417q-9 0-18-3z"/>
<path class="b-texture" stroke-width="5.2" d="M1347 481h0m28 0h0m27 0h0m27 0h0m-27 15h0m28 0h0"/>
<path class="b-poppy" d="M1436 474q-8-3 1-3h99q11 0 22 3l96 28q14 4-1 4H1547q-12 0-23-4z"/>
<path class="b-leaf" d="M1027 519q-9-6 1-6h97q18 0 34 8l46 24q17 8-2 8H1093q-11 0-21-6z"/>
<path class="b-texture" stroke-width="4.4" d="M1040 521h111m-92 12h114m-95 12h118"/>
<path class="b-meadow" d="M1166 519q-12-6 1-6h58q18 0 34 7l59 27q15 6-1 6h-70q-13 0-25-5z"/>
<path class="b-texture" stroke-width="4.4" d="M1183 519l58 29m-31-29l61 29m-33-29l63 29"/>
<path class="b-rose" d="M1264 518q-11-5 1-5h138q13 0 24 4l83 31q16 5-1 5H1361q-16 0-32-6z"/>
<path class="b-texture" stroke-width="4.4" d="M1284 521h143m-116 12h148m-121 12h153"/>
<path class="b-wheat" d="M1437 517q-11-4 1-4h99q15 0 30 5l99 32q12 3 0 3H1551q-14 0-26-4z"/>
<path class="b-leaf" d="M1099 570q-11-7 2-7h138q23 0 43 10l48 24q15 7-2 7H1174q-22 0-40-12z"/>
<path class="b-wisteria" d="M1291 571q-16-8 2-8h67q20 0 39 8l58 25q18 8-1 8h-76q-21 0-40-10z"/>
<path class="b-cornflower" d="M1405 568q-12-5 1-5h100q19 0 36 6l76 29q17 6-1 6H1503q-14 0-27-6z"/>
<path class="b-bush" stroke-width="12" d="M1047 509h0m-53 0h0m39-21h0m101 21h0m31-24h0m245 24h0m-109-6h0m80 55h0"/>
<path class="b-bush-light" stroke-width="4" d="M992 507h0m40-21h0m100 21h0m31-24h0m245 24h0m-29 48h0"/>
<g transform="translate(150 476) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-62 0V70M62 0V70"/><path class="b-earth" d="M-70 38H70V72H-70z"/><path class="b-roof" d="M-70 38H70v9H-70z"/><circle class="b-poppy" cx="-52" cy="33" r="7"/><circle class="b-sun" cx="-38" cy="34" r="7"/><circle class="b-poppy" cx="-24" cy="33" r="7"/><path class="b-leaf" d="M-4 38Q0 18 8 38q6-20 12 0 6-18 12 0z"/><circle class="b-wisteria" cx="48" cy="33" r="7"/><path class="b-poppy" d="M-84-6l16-42H68L84-6Q70 14 56-6 42 14 28-6 14 14 0-6-14 14-28-6-42 14-56-6-70 14-84-6z"/><path class="b-wall" d="M-56-6l11-42h22L-28-6Q-42 14-56-6zM0-6V-48H23L28-6Q14 14 0-6zM56-6L45-48H68L84-6Q70 14 56-6z"/></g>
<g transform="translate(370 476) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-62 0V70M62 0V70"/><path class="b-earth" d="M-70 38H70V72H-70z"/><path class="b-roof" d="M-70 38H70v9H-70z"/><path class="b-wisteria" d="M-60 38q0-16 10-16t10 16zm50 0q0-14 9-14T8 38z"/><path class="b-rose" d="M-36 38q2-18 12-18t10 18z"/><path class="b-sun" d="M20 38q2-16 12-16T42 38z"/><path class="b-leaf" d="M48 38q4-20 10 0z"/><path class="b-pond" d="M-84-6l16-42H68L84-6Q70 14 56-6 42 14 28-6 14 14 0-6-14 14-28-6-42 14-56-6-70 14-84-6z"/><path class="b-wall" d="M-56-6l11-42h22L-28-6Q-42 14-56-6zM0-6V-48H23L28-6Q14 14 0-6zM56-6L45-48H68L84-6Q70 14 56-6z"/></g>
<path class="b-wall" d="M216 552q0-16 50-16t50 16v8q-10 12-50 12t-50-12z"/>
<g transform="translate(266 550)"><ellipse class="b-lake" cx="0" cy="0" rx="42" ry="9"/><path class="b-wall" d="M-5 2V-20H5V2z"/><path class="b-water" d="M0-22Q-16-36-22-6M0-22Q16-36 22-6M0-22V-32"/></g>
<g transform="translate(66 546) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36L22-20"/><path class="b-wisteria" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-sun" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<g transform="translate(462 550) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-24-24M12-36L24-22"/><path class="b-sun" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-poppy" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/><path class="b-leaf" d="M14-22H34L30-6H18z"/></g>
<g transform="translate(492 552) scale(0.6)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36L22-20"/><path class="b-rose" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-cornflower" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<g transform="translate(590 556) scale(0.9)"><path class="b-draw" stroke-width="4.5" d="M-40-30a16 16 0 1 0 .1 0zM40-30a16 16 0 1 0 .1 0z"/><path class="b-draw" stroke-width="4.5" d="M-40-14l14-26H20L40-14M-26-40L-6-14 20-40m0 0L16-54l12-2M-34-46h14"/><path class="b-draw" stroke-width="7" d="M-24-50L-4-36-8-12"/><path class="b-cornflower" d="M-34-50q2-30 20-42Q0-94 0-82L-14-46q-12 4-20-4z"/><path class="b-draw" stroke-width="5.5" d="M-8-78L10-64l16 6"/><circle class="b-roof" cx="2" cy="-98" r="10"/><path class="b-sun" d="M-13-100q12-18 30 0l7 3Q4-91-14-96z"/></g>
<g transform="translate(856 540) scale(1.1)"><path class="b-draw" stroke-width="3.5" d="M-8-18V-62"/><path class="b-roof" d="M-58-14H50q8 0 14-8Q66 0 50 8H-46Q-60 2-58-14z"/><path class="b-wall" d="M-20-14V-34H28v20z"/><path class="b-cornflower" d="M-26-32Q4-42 34-32v4H-26z"/><path class="b-ink" d="M-12-26H-2v8H-12zM8-26H18v8H8z"/><circle class="b-poppy" cx="-48" cy="-18" r="5"/><circle class="b-sun" cx="-38" cy="-19" r="5"/><circle class="b-rose" cx="-29" cy="-18" r="5"/><path class="b-poppy" d="M-7-60l20 6-20 7z"/><path class="b-water" d="M-62 12q14-7 28 0m48 0q16-7 38 0"/></g>
<g transform="translate(752 500) scale(0.8)"><path class="b-wall" d="M-18 2q-2-14 9-15 8 1 7 9 15-6 24 2Q16 14-2 12-15 12-18 2z"/><path class="b-sun" d="M-19-8L-30-4-19-1z"/></g>
<g transform="translate(776 512) scale(0.6)"><path class="b-wall" d="M-18 2q-2-14 9-15 8 1 7 9 15-6 24 2Q16 14-2 12-15 12-18 2z"/><path class="b-sun" d="M-19-8L-30-4-19-1z"/></g>
<g transform="translate(1180 540) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-24-22M12-36L26-24"/><path class="b-poppy" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-cornflower" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/><path class="b-sun" d="M20-28H38v14H20zm18 4l12-8 2 3L38-17z"/></g>
<g transform="translate(1300 480) scale(0.9)"><path class="b-draw" stroke-width="5" d="M0 40V-18M120 44V-12M0-14Q60 8 120-12"/><path class="b-wall" d="M14-8L38-3 36 27 14 22z"/><path class="b-cornflower" d="M46-1l9 1 3 6 4-6 9 1 4 10-6 2-1 16-18-1V12l-7-1z"/><path class="b-rose" d="M84-3l22-5 3 24-8 2L98 6 97 20l-9 2z"/></g>
<path class="b-wall" d="M1050 504V476l18-14 18 14v28z"/>
<path class="b-pond" d="M1044 480l24-22 24 22q-3 5-7 1l-17-14-17 14q-5 3-7-1z"/>
<path class="b-ink" d="M1061 504V488h14v16z"/>
<path class="b-draw" stroke-width="4.2" d="M646 470V454.4"/>
<path class="b-bush" stroke-width="26" d="M646 447h0"/>
<path class="b-bush-light" stroke-width="8.8" d="M642 442h0"/>
<path class="b-draw" stroke-width="5.4" d="M1256 530V510"/>
<path class="b-bush" stroke-width="34" d="M1256 499h0"/>
<path class="b-bush-light" stroke-width="11.6" d="M1251 494h0"/>
<path class="b-draw" stroke-width="6.4" d="M20 476V452"/>
<path class="b-bush" stroke-width="40" d="M20 440h0"/>
<path class="b-bush-light" stroke-width="13.6" d="M14 434h0"/>
<path class="b-draw" stroke-width="7" d="M1440 530V504"/>
<path class="b-bush" stroke-width="44" d="M1440 490h0"/>
<path class="b-bush-light" stroke-width="15" d="M1433 483h0"/>
<g transform="translate(1010 458) scale(0.7)"><path class="b-draw" stroke-width="4.5" d="M-40-30a16 16 0 1 0 .1 0zM40-30a16 16 0 1 0 .1 0z"/><path class="b-draw" stroke-width="4.5" d="M-40-14l14-26H20L40-14M-26-40L-6-14 20-40m0 0L16-54l12-2M-34-46h14"/><path class="b-draw" stroke-width="7" d="M-24-50L-4-36-8-12"/><path class="b-cornflower" d="M-34-50q2-30 20-42Q0-94 0-82L-14-46q-12 4-20-4z"/><path class="b-draw" stroke-width="5.5" d="M-8-78L10-64l16 6"/><circle class="b-roof" cx="2" cy="-98" r="10"/><path class="b-sun" d="M-13-100q12-18 30 0l7 3Q4-91-14-96z"/></g>
</svg>
