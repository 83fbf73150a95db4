<svg class="bocage" viewBox="0 0 1440 560" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
<circle class="b-star" cx="1118" cy="112" r="62"/>
<path class="b-rays" d="M1195 120l19 5m-30 27l11 10m-35 15l9 20m-41-9l-1 15m-34-18l-9 18m-20-36l-12 9m-6-38l-19 4m14-38l-14-4m25-28l-16-14m40-11l-6-15m38 4l1-19m34 22l6-12m23 30l15-11m3 40l16-3"/>
<path class="b-cloud" d="M772 132q-4.5-18.9 18.9-19.8 8.1-23 37-16.2 25-9.9 32 14.4 22 0 18 22z"/>
<path class="b-cloud" d="M1000 64q-3.5-14.7 14.7-15.4 6.3-18.2 29-12.6 19.6-7.7 25 11.2 17.5 0 14 16.8z"/>
<path class="b-draw" stroke-width="2.8" d="M1010 170q6.3-9.1 13.3-.7 6.3-9.1 14.7-2.1"/>
<path class="b-draw" stroke-width="4" d="M960 112q9-13 19-1 9-13 21-3"/>
<path class="b-draw" stroke-width="2.8" d="M1014 132q6.3-9.1 13.3-.7 6.3-9.1 14.7-2.1"/>
<path class="b-cornflower" d="M229 300q-19 0-4-11l10-7q15-10 29-13l5-1q11-2 20-8l18-13q9-7 19-3l11 4q16 6 30 17l10 8q13 10 29 15l19 7q15 5-1 5z"/>
<path class="b-pond" d="M316 246l9 9-12 14 19 14-10 17H440l-50-17-37-29z"/>
<path class="b-wall" d="M312 240q4-3 9-1l30 12q4 2 6 5h1q2 2-3 1l-6-2q-5-1-9 2l-6 4q-4 3-8 0l-6-3q-4-3-8-1l-6 4q-4 3-9 2l-6-2q-5-1-1-4z"/>
<path class="b-texture" stroke-width="3" d="M338 271l12.4 5.4M298 271l-8.5 5.4"/>
<path class="b-cornflower" d="M-108 300q-12 0-2-6l29-15q16-9 33-12l6-1q17-3 31.8-11l23.1-13Q24 236 36 240l18 7q14 5 26 13l20 13q12 8 25 13l30 9q15 5-1 5z"/>
<path class="b-wisteria" d="M24 242l10 10-14.3 15L43 282 31 300H170l-58-19-44-29z"/>
<path class="b-wall" d="M19.7 236q4.3-3 9.3-1l36 14q5 2 9 5l2 2q4 3-1 2l-12-3q-4-1-9 1l-11 5q-5 2-9 1l-11-3q-4.8-2-9.3 0L2.6 265q-4.5 2-9.4 1l-11.9-3q-5.3-1-.6-4z"/>
<path class="b-texture" stroke-width="3" d="M72 277l14.6 5.8M11 277L-.5 282.8"/>
<path class="b-wisteria" d="M72 300q-12 0-2-7l26-18q12-9 26-14l8-3q13-4 24-12l19-14q13-9 27-3l18 8q14 6 27 15l24 17q9 7 20 11l41 16q10 4-1 4z"/>
<path class="b-cornflower" d="M186 229l11 13-15 18 24 18-12 22H340l-62-24-46-33z"/>
<path class="b-wall" d="M182 223q4-3 9-1l39 18q4 2 8 5l5 4q3 3-1 2l-13-4q-5-2-9 1l-13 8q-4 2-9 0l-12-5q-4-2-9 1l-12 7q-4 3-9 1l-13-3q-5-2-1-5z"/>
<path class="b-texture" stroke-width="3" d="M242 274l15.4 6.9M155 274l-10.1 6.9"/>
<path class="b-cornflower" d="M492 300q-12 0-2-7l31-19q9-6 20-9l13-4q13-3 25-11l23-16q10-6 21-2l32 11q10 3 20 9l32 19q12 7 25 11l41 13q17 5-1 5z"/>
<path class="b-wisteria" d="M612 234l12 12-16 17 27 17-14 20H790l-71-22-54-32z"/>
<path class="b-wall" d="M608 228q4-3 9-1l46 17q4 1 9 4l6 4q4 3-1 2l-8-2q-5-1-10 2l-7 4q-5 3-9 0l-8-4q-4-3-8 0l-8 5q-5 2-9 0l-8-5q-4-3-8 0l-9 7q-4 3-8 2l-9-3q-5-2-1-5z"/>
<path class="b-texture" stroke-width="3" d="M637 269l17.8 6.5M567 269l-10.6 6.5"/>
<path class="b-wisteria" d="M366 300q-16 0-3-8l18-12q15-9 30-12l3-1q15-2 30-12l11-7q15-10 32-3l6 2q16 6 29 16l11 8q15 11 32 17l25 8q10 4-1 4z"/>
<path class="b-cornflower" d="M470 244l9 10-13 14 21 15-11 17H600l-52-18-39-29z"/>
<path class="b-wall" d="M466 238q4-3 9-1l31 13q5 2 8 5l1 1q4 3-1 2l-9-3q-4-1-9 2l-8 5q-4 3-8 1l-9-6q-4-2-8 0l-8 6q-4 3-9 2l-9-2q-5-1-1-4z"/>
<path class="b-texture" stroke-width="3" d="M496 271l13 5.6M453 271l-9.6 5.6"/>
<path class="b-cornflower" d="M1307 330q-17 0-7-14l40-52q11-13 21-27l26-34q9-12 17-24l38-49q8-10 15 0l32 47q6 8 12 17l30 43q9 13 19 26l41 55q9 12-5 12z"/>
<path class="b-wisteria" d="M1450 126l10 46-15 49 25 50-12 59h142l-60-80-45-65z"/>
<path class="b-wall" d="M1447 121q3-4 6 0l41 59q3 4 6 9l1 2q3 5-1 1l-11-10q-3-3-5 1l-13 29q-2 5-4 1l-12-23q-3-4-5 0l-12 25q-2 4-5 0l-12-23q-2-5-4 0l-12 25q-3 4-6 1l-11-11q-4-3-1-7l4-6q3-4 6-8z"/>
<path class="b-texture" stroke-width="3" d="M1489 254l15 18.9M1402 254l-12.8 18.9"/>
<path class="b-cornflower" d="M893 330q-13 0-4-10l36-38q8-9 17-17l19-17q11-11 22-22l29-32q8-8 16-1l29 26q11 10 22 21l27 28q10 10 20 18l46 37q8 7-3 7z"/>
<path class="b-pond" d="M1020 192l11 30-15 33 25 35-13 40h152l-64-52-48-49z"/>
<path class="b-wall" d="M1017 187q3-4 7-1l37 35q4 4-1 2l-9-3q-4-2-8 2l-10 11q-3 4-7 0l-9-9q-4-4-7 0l-10 11q-3 4-8 2l-9-5q-5-3-1-7z"/>
<path class="b-texture" stroke-width="3" d="M1045 251l16 13m-76-13l-11.2 13"/>
<path class="b-wisteria" d="M632 330q-12 0-3-9l40-38q13-13 27-25l23-20q9-8 18-16l35-35q12-11 23 1l25 26q8 8 15 17l28 33q9 9 18 18l35 35q14 13-5 13z"/>
<path class="b-cornflower" d="M784 182l10 32-15 36 24 37-12 43H930l-58-57-44-51z"/>
<path class="b-wall" d="M780 177q4-4 7 0l39 41q4 3 5 5v1q1 2-3 0l-8-4q-4-2-7 2l-9 13q-3 4-6 0l-9-14q-3-4-5 0l-10 15q-3 4-5 0l-10-15q-2-4-5 0l-10 15q-2 4-7 2l-7-4q-5-3-1-6z"/>
<path class="b-texture" stroke-width="3" d="M804 291l14.6 13.9M753 291l-13.1 13.9"/>
<path class="b-cornflower" d="M704 330q-14 0-5-11l59-68q9-10 17-21l41-50q7-9 15-17l49-58q12-13 23 1l42 53q6 8 13 16l43 52q10 11 19 22l58 67q12 14-6 14z"/>
<path class="b-wisteria" d="M892 98l14 54-20 54 32 57-16 67h188l-79-92-60-71z"/>
<path class="b-wall" d="M889 93q3-4 6 0l55 69q3 4 6 8l3 4q3 4-1 0l-15-12q-4-3-6 1l-17 29q-2 5-6 1l-15-20q-3-4-6 1l-16 24q-2 4-5 0l-16-28q-3-4-5 0l-16 25q-3 4-8 1l-14-7q-4-2-1-6l6-9q3-4 7-7z"/>
<path class="b-texture" stroke-width="3" d="M955 246l19.8 21M864 246l-16.2 21M915 232l19.8 21M846 232l-16.2 21M958 277l19.8 21M810 277l-16.2 21M955 241l19.8 21M868 241l-16.2 21"/>
<path class="b-wisteria" d="M1074 330q-14 0-4-11l25-27q11-12 23-23l9-7q12-11 23-23l22-24q8-9 17-2l28 23q8 6 16 14l27 26q10 10 21 18l39 28q10 8-3 8z"/>
<path class="b-cornflower" d="M1180 212l10 25-14 29 24 29-12 35h142l-60-44-45-44z"/>
<path class="b-wall" d="M1177 207q3-4 7-1l30 26q4 3-1 0l-6-3q-4-3-7 1l-7 12q-3 4-6 0l-7-11q-3-5-6 0l-8 14q-2 4-6 1l-7-5q-4-3 0-7z"/>
<path class="b-texture" stroke-width="3" d="M1201 288l15 11.2M1152 288l-9.6 11.2"/>
<path class="b-wisteria" d="M1125 330q-15 0-6-12l59-76q9-11 17-23l39-56q9-13 19-25l51-66q8-10 15 0l45 61q10 14 21 28l41 51q11 13 22 27l62 78q10 13-6 13z"/>
<path class="b-cornflower" d="M1312 68l15 61-21 62 33 64-17 75h198l-83-105-63-78z"/>
<path class="b-wall" d="M1309 63q3-4 6 0l58 79q3 4 6 8l3 4q3 4 0 1l-17-18q-3-4-5 1l-18 45q-2 5-5 0l-17-32q-2-5-5 0l-17 27q-2 4-5 0l-17-28q-2-4-5 0l-16 29q-3 4-7 2l-15-9q-4-3-2-7l8-11q2-5 5-9z"/>
<path class="b-texture" stroke-width="3" d="M1374 205l21 24m-130-24l-16.2 24m99.2 1l21 24m-117-24l-16.2 24M1376 236l21 24m-146-24l-16.2 24M1372 211l21 24m-151-24l-16.2 24"/>
<path class="b-hedge" d="M-20 276c40-6 80-17 120-18 47-1 93 9 140 14 53 6 107 19 160 20 53 1 107-11 160-16 53-5 107-9 160-14 47-4 93-12 140-12 47 0 93 12 140 12 50 0 100-10 150-14 50-4 100-7 150-10 53-3 107-7 160-10V450H-20z"/>
<path class="b-sun" d="M-76 285q8-2 16-3l67.9-7q8.8-1 .9 3l-23.6 11q-7.2 4-15.2 4l-74 4q-7 0 0-2z"/>
<path class="b-wheat" d="M13.8 277q7.2-3 15.2-4l143-4q6 0 0 2l-15 4q-8 3-17 4L-9.2 291q-6.3 1-.6-2z"/>
<path class="b-texture" stroke-width="3.3" d="M33 276L6.9 288M53 275L28 286m46-12L50 285m45-12L71 283m45-11l-23 9m43-9l-22 8m43-9l-21 7"/>
<path class="b-sun" d="M171 273q9-3 19-1l140 19q6 1 1 3l-5 2q-7 3-15 2L166 278q-9-1 0-3z"/>
<path class="b-texture" stroke-width="3.3" d="M185 274l135 18M175 277l138 18"/>
<path class="b-leaf" d="M337 294q6-2 12-2H465q10 0 3 7l-3 4q-4 5-11 4l-123-7q-8 0 0-3z"/>
<path class="b-texture" stroke-width="3.3" d="M347 294l115 2m-124 2l117 5"/>
<path class="b-meadow" d="M476 297q5-6 13-7l113-12q7-1 5 5l-4 9q-2 7-9 7l-118 9q-11 0-4-7z"/>
<path class="b-pond" d="M612 284q3-8 11-9l77-6q8-1 7 8l-2 9q0 6-6 7l-86 5q-7 1-5-5z"/>
<path class="b-texture" stroke-width="4.6" d="M620 282h0m32-3h0m31-2h0m-50 13h0m32-2h0m33-2h0"/>
<path class="b-meadow" d="M713 274q0-7 7-7l67-7q9-1 10 8v11q0 6-6 6l-73 6q-8 1-7-7z"/>
<path class="b-sun" d="M802 265q-1-6 6-6l108 1q7 0 9 7l3 10q3 10-7 10l-108-2q-10-1-11-10z"/>
<path class="b-texture" stroke-width="3.3" d="M810 266l107 2m-106 9l109 2"/>
<path class="b-leaf" d="M931 270q-3-9 7-9l68 5q8 0 13 8l5 8q3 7-4 7l-77-2q-6 0-8-6z"/>
<path class="b-texture" stroke-width="3.3" d="M943 265l6 19m14-18l7 18m13-16l8 17m12-16l9 16"/>
<path class="b-rose" d="M1024 274q-4-7 4-8l80-9q8-1 14 5l5 5q7 7-3 8l-81 12q-10 1-16-8z"/>
<path class="b-texture" stroke-width="3.1" d="M1038 268l-2 8 12 7m12-18l-2 8 12 7m11-17l-1 8 12 6m10-16l-1 7 13 6"/>
<path class="b-wheat" d="M1128 263q-7-7 3-8l84-6q7-1 12 3l11 7q6 5-1 5l-91 8q-7 1-12-4z"/>
<path class="b-texture" stroke-width="3.3" d="M1137 257l13 12m6-13l14 12m4-14l15 12m4-13l15 11m3-13l16 12"/>
<path class="b-pond" d="M1236 254q-9-6 1-7l65-4q9 0 17 4l11 6q8 4-1 5l-71 5q-8 0-15-5z"/>
<path class="b-texture" stroke-width="4.6" d="M1241 252h0m28-2h0m28-2h0m-32 9h0m29-2h0m29-2h0"/>
<path class="b-leaf" d="M1322 245q-6-3 0-3l103-6q8-1 16 3l18 7q7 4-1 4l-106 6q-9 1-17-4z"/>
<path class="b-texture" stroke-width="4.6" d="M1332 246h0m29-2h0m30-2h0m30-1h0m-63 10h0m30-2h0m31-1h0m30-2h0"/>
<path class="b-meadow" d="M1447 238q-8-3 1-4l96-2q10-1 19 3l21 9q9 3-1 3l-103 2q-8 1-15-3z"/>
<path class="b-leaf" d="M-79 302q9-3 18-4L58 283q8-1 1 3L15.5 310Q9 313 1.6 314L-125 322q-13 1 0-4z"/>
<path class="b-texture" stroke-width="3.5" d="M-11.1 294L-41 305l-15 9m69-22l-29.5 11-13.5 9m67-23L8.3 300-4.9 310"/>
<path class="b-meadow" d="M62 287q9-5 20-5l74 1q8 0 0 3l-30 12q-10 3-19 5l-82 8q-8.7 1-1-3z"/>
<path class="b-leaf" d="M158 288q10-3 21-2l119 15q9 2 0 5l-16 6q-8 3-16 2L136 301q-10-1-1-4z"/>
<path class="b-wheat" d="M307 305q7-2 15-2l149 8q10 1 4 9l-7 7q-8 10-21 9L292 317q-12-1-1-6z"/>
<path class="b-texture" stroke-width="3.5" d="M331 306l-20 4-4 6m49-8l-19 5-3 6m47-10l-19 6-2 7m45-11l-17 6-2 8m44-13l-17 7-1 9m43-14l-16 8-1 9"/>
<path class="b-rose" d="M484 317q5-6 12-7l143-9q7 0 5 7l-5 18q-3 12-16 12l-150 1q-8 0-3-6z"/>
<path class="b-leaf" d="M650 309q3-9 12-10l127-9q9-1 9 8l1 22q1 11-11 12l-137 6q-9 0-6-8z"/>
<path class="b-rose" d="M804 300q0-11 11-11l94 1q12 0 16 12l5 18q4 13-9 13l-103-1q-12-1-12-12z"/>
<path class="b-texture" stroke-width="3.5" d="M825 295l-7 15 10 16m23-31l-6 16 10 15m22-30l-5 15 11 15m20-30l-4 15 12 16"/>
<path class="b-leaf" d="M930 299q-2-8 6-9l128-3q9 0 15 7l13 16q6 7-3 8L952 331q-12 1-15-10z"/>
<path class="b-wheat" d="M1085 293q-5-6 3-7l113-13q12-2 23 6l15 11q10 7-2 9l-124 16q-8 1-14-5z"/>
<path class="b-texture" stroke-width="5.2" d="M1096 294h0m34-4h0m34-4h0m34-4h0m-74 22h0m35-4h0m35-5h0m36-4h0"/>
<path class="b-rose" d="M1228 276q-8-5 2-6l101-7q11-1 21 4l27 16q8 4-1 4l-111 8q-12 1-21-6z"/>
<path class="b-meadow" d="M1359 268q-11-7 2-7l131-7q10 0 20 4l37 18q11 5-1 5l-145 5q-9 0-17-4z"/>
<path class="b-leaf" d="M-40 327q10-4 20.9-6L58 310q12-1 1 4l-90 49q-12 7-27 7l-88 4q-12 0-1-5z"/>
<path class="b-sun" d="M63 316q14-7 29-6l132 6q18 1 1 8l-52 23q-15 7-32 8L-18.1 367q-14.9 2-1.8-6z"/>
<path class="b-texture" stroke-width="4.4" d="M66 321l146 3M34 338l153-3M2.6 355L162 347"/>
<path class="b-meadow" d="M234 324q13-6 27-4l81 12q15 3 1 9l-38 19q-10 5-20 4l-98-9q-18-2-1-9z"/>
<path class="b-leaf" d="M356 340q10-5 21-4l95 8q18 2 6 15l-23 26q-9 10-22 7L321 370q-18-4-2-11z"/>
<path class="b-meadow" d="M490 356q9-11 23-11l138-1q11 0 9 10l-13 57q-3 13-16 11L464 399q-10-1-3-9z"/>
<path class="b-texture" stroke-width="6.2" d="M497 357h0m34 1h0m34 1h0m34 1h0m34 1h0M503 373h0m35 3h0m36 2h0m35 3h0m35 2h0m-171 4h0m37 4h0m37 4h0m37 4h0m37 4h0"/>
<path class="b-leaf" d="M667 357q3-14 18-15l74-3q17 0 17 17l1 58q0 15-15 15l-93-3q-16 0-12-16z"/>
<path class="b-pond" d="M784 350q0-12 12-12l83-2q12 0 14 12l14 66q3 15-11 15H801q-15 0-15-15z"/>
<path class="b-texture" stroke-width="4.4" d="M801 351l4 65m21-66l7 66m18-66l10 66m16-67l12 67"/>
<path class="b-wheat" d="M902 353q-3-16 13-17l111-1q12 0 18 10l32 48q6 9-5 11L937 425q-18 2-21-15z"/>
<path class="b-texture" stroke-width="6.2" d="M912 353h0m35-1h0m36-2h0m36-1h0m-84 21h0m37-2h0m37-3h0m37-3h0M921 390h0m38-3h0m38-4h0m39-4h0m-91 28h0m40-6h0m39-5h0m40-5h0"/>
<path class="b-leaf" d="M1052 344q-6-9 5-11l133-23q14-2 26 7l48 39q10 8-3 10l-154 30q-17 4-26-10z"/>
<path class="b-texture" stroke-width="4.4" d="M1071 341l34 46m-9-51l37 45m-12-49l39 44m-14-48l42 43m-18-48l46 42m-21-46l48 41"/>
<path class="b-meadow" d="M1221 313q-9-6 2-7l142-11q16-2 30 7l70 41q13 7-2 8l-163 10q-17 1-31-9z"/>
<path class="b-wheat" d="M1404 302q-15-9 2-10l126-5q11 0 21 5l105 50q9 5-1 5l-152 3q-17 0-33-9z"/>
<path class="b-texture" stroke-width="6.2" d="M1420 305h0"/>
<path class="b-bush" stroke-width="9" d="M172 271h0"/>
<path class="b-bush" stroke-width="12" d="M1329 251h0"/>
<path class="b-bush" stroke-width="15" d="M479 404h0m176-8h0m404 13h0"/>
<path class="b-bush-light" stroke-width="4" d="M1327 248h0"/>
<path class="b-bush-light" stroke-width="6" d="M476 402h0m177-9h0m404 13h0"/>
<path class="b-draw" stroke-width="4" d="M1363 240v-6"/>
<path class="b-hedge" d="M1377 215l5.7 22H1377h-5.7zm-14-3l6.6 25H1363h-6.6z"/>
<path class="b-hedge" d="M1415 219l5.5 21H1415h-5.5zm-98 7l4.9 18.9H1317h-4.9z"/>
<path class="b-draw" stroke-width="4" d="M1304 252v-6m-126 9v-6"/>
<path class="b-hedge" d="M1304 223l6.7 26H1304h-6.7zm-15 12l4.3 16.6H1289h-4.3zm-111-8l6.5 25H1178h-6.5zm17 10l4.6 17.7H1195h-4.6z"/>
<path class="b-hedge" d="M1309 235l5.8 22H1309h-5.8zm-405 3l5.1 19.8H904h-5.1zM62 241l6 23H62 56zm29 2l5.3 21H91 85.7zm887-1l5.8 22H978h-5.8z"/>
<path class="b-hedge" d="M959 246l5.2 20H959h-5.2zM79 251l4.7 18H79 74.3zm14 1l5.2 20H93 87.8zm858-3l6.1 24H951h-6.1zM97 251l6 23H97 91z"/>
<path class="b-draw" stroke-width="4" d="M653 280v-6"/>
<path class="b-hedge" d="M653 251l6.8 26H653h-6.8zm-16 13l4.2 16.1H637h-4.2zM10 266l4.2 16.2H10 5.8zm628-6l5.8 22H638h-5.8zm-1 1l5.6 22H637h-5.6z"/>
<path class="b-hedge" d="M629 266l5.9 23H629h-5.9zm131 2l5.7 22H760h-5.7z"/>
<path class="b-draw" stroke-width="4" d="M776 297v-6m-326 8v-6m600 10v-6"/>
<path class="b-hedge" d="M776 268l6.8 26H776h-6.8zm-326 3l6.5 25H450h-6.5zm-250 7l5.7 22H200h-5.7zm850-4l6.8 26H1050h-6.8z"/>
<path class="b-draw" stroke-width="4" d="M430 305v-6m-216 8v-6m230 8v-6m-33 10v-6"/>
<path class="b-hedge" d="M430 276l6.7 26H430h-6.7zm-216 2l6.8 26H214h-6.8zm852 6l5.7 22H1066h-5.7zm-622-2l6.3 24H444h-6.3zm-5 0l6.1 24H439h-6.1zm-28 8l4.3 16.7H411h-4.3zm0-5l6.4 25H411h-6.4z"/>
<path class="b-draw" stroke-width="4" d="M300 319v-6"/>
<path class="b-hedge" d="M300 292l6.2 24H300h-6.2z"/>
<path class="b-lake" d="M826 262q14-4 22 0-6 22 2 40t-6 46H818q-4-24 4-44t4-42z"/>
<path class="b-water" stroke-width="3" d="M834 270q-4 18 1 32t-4 34"/>
<path class="b-earth" d="M540 372c0-13 30-27 60-34 30-7 78-7 120-8 42-1 85 3 130 4 45 1 107-3 140 2 33 5 57 15 60 28 3 13-12 35-40 48-28 13-82 24-130 28-48 4-113 0-160-4-47-4-90-7-120-18-30-11-60-33-60-46z"/>
<path class="b-lake" d="M552 372c-1-10 28-20 56-26 28-6 72-8 112-8 40 0 86 4 130 5 44 1 101-2 132 2 31 4 51 11 54 21 3 10-10 28-36 38-26 10-73 20-120 24-47 4-115 1-160-2-45-3-80-9-108-18-28-9-59-26-60-36z"/>
<path class="b-cornflower" d="M600 352c13-4 78-7 120-8 42-1 88 3 130 4 42 1 95-1 120 2 25 3 42 11 30 14-12 3-67 0-100 2-33 2-67 12-100 12-33 0-73-12-100-14-27-2-43 6-60 4-17-2-53-12-40-16z"/>
<path class="b-water" d="M610 376q9-6 18 0t18 0m18 16q9-6 18 0t18 0m0 20q9-6 18 0t18 0m8-26q9-6 18 0t18 0m20 18q9-6 18 0t18 0m24-14q9-6 18 0t18 0m34-12q9-6 18 0t18 0m-66 36q9-6 18 0t18 0m34-18q9-6 18 0t18 0M690 356q9-6 18 0t18 0m154 2q9-6 18 0t18 0m34 2q9-6 18 0t18 0"/>
<g transform="translate(720 378) scale(0.8)"><path class="b-draw" stroke-width="4" d="M0 0V-74"/><path class="b-poppy" d="M4-72Q38-42 42-10 22-6 4-10z"/><path class="b-sun" d="M-5-64Q-29-38-33-10-19-6-5-10z"/><path class="b-wall" d="M-40-6H46Q38 14 22 14H-20Q-36 12-40-6z"/><path class="b-water" d="M-50 18q14-7 26 0m34 0q16-7 34 0"/></g>
<path class="b-rose" d="M928 335q-17 16-19 32 10 3 19 0z"/>
<path class="b-wall" d="M932 339q12 14 13.5 28-7 3-13.5 0z"/>
<path class="b-roof" d="M909 369h43q-4 10-12 10H921q-8 0-12-10z"/>
<g transform="translate(840 412) scale(0.8)"><path class="b-wall" d="M-18 2q-2-14 9-15 8 1 7 9 15-6 24 2Q16 14-2 12-15 12-18 2z"/><path class="b-sun" d="M-19-8L-30-4-19-1z"/></g>
<path class="b-bush" stroke-width="12" d="M590 338h0"/>
<path class="b-bush" stroke-width="15" d="M404 352h0"/>
<path class="b-bush-light" stroke-width="4" d="M588 336h0"/>
<path class="b-bush-light" stroke-width="6" d="M402 349h0"/>
<path class="b-wall" d="M476 352V302h24v50z"/>
<path class="b-ink" d="M472 303l16-44 16 44z"/>
<circle class="b-star" cx="488" cy="316" r="5"/>
<path class="b-wall" d="M500 352V332l15-13.9L530 332v20z"/>
<path class="b-roof" d="M496 334l18.6-18.5L533.2 334q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M512 352v-8q3.3-4.6 6.6 0v8z"/>
<path class="b-wheat" d="M422 352V330l18.2-14 18.2 14v22z"/>
<path class="b-wall" d="M422 352v-9.8h36V352z"/>
<path class="b-roof" d="M413 334l27-21 27 21q-2.1 4.9-5.6 1.4l-21-16.1-21 16.1q-3.5 3.5-5.6-1.4z"/>
<path class="b-ink" d="M436 345h7v7h-7z"/>
<path class="b-wall" d="M532 352V332.8l15.6-12 15.6 12V352z"/>
<path class="b-wall" d="M532 352v-8.4h31V352z"/>
<path class="b-poppy" d="M525 336l23-18 23 18q-1.8 4.2-4.8 1.2l-18-13.8-18 13.8q-3 3-4.8-1.2z"/>
<path class="b-ink" d="M545 346h6v6h-6z"/>
<path class="b-wheat" d="M391 338V322l13-10 13 10v16z"/>
<path class="b-wall" d="M391 338v-7h26v7z"/>
<path class="b-roof" d="M385 325l19-15 19 15q-1.5 3.5-4 1l-15-11.5L389 326q-2.5 2.5-4-1z"/>
<path class="b-ink" d="M402 333h5v5h-5z"/>
<path class="b-wall" d="M1105 322V306l13-10 13 10v16z"/>
<path class="b-wall" d="M1105 322v-7h26v7z"/>
<path class="b-poppy" d="M1099 309l19-15 19 15q-1.5 3.5-4 1l-15-11.5-15 11.5q-2.5 2.5-4-1z"/>
<path class="b-ink" d="M1116 317h5v5h-5z"/>
<path class="b-wheat" d="M114 330V310.8l15.6-12 15.6 12V330z"/>
<path class="b-wall" d="M114 330v-8.4h31V330z"/>
<path class="b-poppy" d="M107 314l23-18 23 18q-1.8 4.2-4.8 1.2l-18-13.8-18 13.8q-3 3-4.8-1.2z"/>
<path class="b-ink" d="M127 324h6v6h-6z"/>
<path class="b-wheat" d="M1314 318V298.8l15.6-12 15.6 12V318z"/>
<path class="b-wall" d="M1314 318v-8.4h31V318z"/>
<path class="b-roof" d="M1307 302l23-18 23 18q-1.8 4.2-4.8 1.2l-18-13.8-18 13.8q-3 3-4.8-1.2z"/>
<path class="b-ink" d="M1327 312h6v6h-6z"/>
<path class="b-draw" stroke-width="2.5" d="M1020 336l272-208"/>
<path class="b-draw" stroke-width="4" d="M1108 322V270m-10 0h20m78 32V202m-10 0h20"/>
<path class="b-draw" stroke-width="3" d="M1072 297v12"/>
<path class="b-sun" d="M1061 307h22q4 0 4 5v12q0 5-5 5h-20q-5 0-5-5V312q0-5 4-5z"/>
<path class="b-wall" d="M1063 312h7v7h-7zm11 0h7v7h-7z"/>
<path class="b-draw" stroke-width="3" d="M1152 236v12"/>
<path class="b-poppy" d="M1141 246h22q4 0 4 5v12q0 5-5 5h-20q-5 0-5-5V251q0-5 4-5z"/>
<path class="b-wall" d="M1143 251h7v7h-7zm11 0h7v7h-7z"/>
<path class="b-draw" stroke-width="3" d="M1236 172v12"/>
<path class="b-rose" d="M1225 182h22q4 0 4 5v12q0 5-5 5h-20q-5 0-5-5V187q0-5 4-5z"/>
<path class="b-wall" d="M1227 187h7v7h-7zm11 0h7v7h-7z"/>
<path class="b-wall" d="M996 340V318h40v22z"/>
<path class="b-poppy" d="M990 320l8-12h36l8 12z"/>
<path class="b-ink" d="M1008 340V326h14v14z"/>
<path class="b-wheat" d="M1276 134V119l15-13.9 15 13.9v15z"/>
<path class="b-roof" d="M1272 121l18.6-18.5 18.6 18.5q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M1288 134v-6q3.3-4.6 6.6 0v6z"/>
<path class="b-hedge" d="M-20 368c47-5 93-15 140-16 53-1 107 3 160 10 50 6 100 20 150 30 43 9 87 20 130 28 47 8 93 16 140 20 53 4 107 7 160 4 47-2 93-10 140-20 47-10 93-30 140-40 53-11 107-18 160-24 53-6 107-7 160-10V600H-20z"/>
<path class="b-leaf" d="M-117 384q9-6 20-7L79 362q18-1 5 12L59 402q-12 13-30 14l-192 10q-11 1-2-6z"/>
<path class="b-meadow" d="M98 368q7-7 18-7l146 7q13 1 5 12l-20 26q-7 9-18 9H74q-18 0-6-13z"/>
<path class="b-texture" stroke-width="4.2" d="M107 372l149 6M93 388l152 4M79 404l156 1"/>
<path class="b-rose" d="M273 385q11-14 28-11l191 40q16 3 10 18l-5 11q-5 11-17 9L261 417q-11-2-5-11z"/>
<path class="b-poppy" d="M510 434q7-15 23-13l144 23q12 2 11 14l-1 10q-1 13-13 11L519 458q-18-3-11-19z"/>
<path class="b-rose" d="M696 462q1-15 17-14l108 4q13 0 16 13l2 7q3 13-11 13l-121-3q-11-1-11-13z"/>
<path class="b-texture" stroke-width="4.2" d="M707 457l119 4M706 472l124 4"/>
<path class="b-poppy" d="M846 465q-4-13 10-15l141-19q11-1 18 8l8 13q7 9-5 11L868 482q-16 3-21-12z"/>
<path class="b-texture" stroke-width="4.2" d="M863 454l8 23m18-27l9 24m17-27l10 23m15-27l12 24m14-27l13 23m13-26l14 23"/>
<path class="b-leaf" d="M1025 440q-8-12 6-16l112-31q14-4 23 7l16 18q8 10-5 13l-124 26q-14 3-22-9z"/>
<path class="b-texture" stroke-width="3.9" d="M1040 427v14l18 10m7-31l1 15 18 10m6-32l2 15 18 11m5-32l2 15 20 11m3-33l3 16 20 11"/>
<path class="b-poppy" d="M1173 396q-8-9 4-11l127-17q15-2 26 9l28 27q8 8-3 9l-143 13q-12 1-21-9z"/>
<path class="b-cornflower" d="M1338 376q-10-11 4-11l197-8q18-1 32 9l38 28q14 11-4 12l-212 5q-17 1-30-12z"/>
<path class="b-texture" stroke-width="4.2" d="M1355 371l36 33m-12-34l37 34m-13-35l38 34m-15-35l40 34m-16-35l41 35"/>
<path class="b-leaf" d="M-111 443q15-12 34-13L80 420q19-2 7 13L46 481Q30 498 6.9 499L-167 504q-20 0-5-12z"/>
<path class="b-wisteria" d="M96 435q14-17 35-15l161 9q17 1 8 16l-27 42q-10 14-26 13L66 499q-24-1-8-19z"/>
<path class="b-texture" stroke-width="4.5" d="M130 431L97 459 84 488m82-55l-32 27-12 28m79-53l-30 27-11 27m77-52l-29 26-9 27m73-51l-28 25-7 26"/>
<path class="b-leaf" d="M308 451q12-19 33-15l123 21q22 4 14 25l-8 18q-9 21-32 19L296 503q-20-2-9-19z"/>
<path class="b-texture" stroke-width="6.7" d="M321 449h0m42 7h0m43 6h0m43 7h0m-118 2h0m44 6h0m44 6h0m44 7h0m-166-3h0m45 6h0m45 5h0m46 6h0"/>
<path class="b-wisteria" d="M491 477q6-14 21-12l194 23q18 2 18 20v19q0 16-16 15L496 524q-23-2-14-24z"/>
<path class="b-texture" stroke-width="4.8" d="M516 474l-15 42m42-39l-14 41m40-38l-11 41m38-38l-10 41m36-38l-7 40m33-37l-5 40m32-37l-3 39m29-36l-1 39"/>
<path class="b-rose" d="M735 511q0-20 19-20l131-2q20 0 27 18l6 16q6 17-12 18l-151 2q-19 1-19-18z"/>
<path class="b-texture" stroke-width="4.8" d="M755 498l3 38m24-38l4 37m22-37l7 37m19-38l9 37m18-37l11 37m15-38l13 37"/>
<path class="b-wisteria" d="M924 509q-8-21 14-25l119-21q17-3 26 10l18 27q10 15-8 18L960 536q-24 4-32-18z"/>
<path class="b-texture" stroke-width="4.8" d="M930 495l139-24M935 506l142-23M940 518l145-23M945 529l148-21"/>
<path class="b-leaf" d="M1096 474q-12-17 8-20l173-26q15-2 25 10l44 48q8 10-5 11l-199 16q-18 2-28-13z"/>
<path class="b-texture" stroke-width="4.8" d="M1106 465l182-25m-173 38l186-23m-177 36l191-21m-182 34l195-19"/>
<path class="b-rose" d="M1316 439q-14-15 6-15l219-9q24-1 42 14l63 51q12 10-4 11l-256 5q-19 0-32-14z"/>
<path class="b-texture" stroke-width="4.8" d="M1332 436l230-8m-215 24l235-8m-221 23l241-6m-226 22l247-5"/>
<path class="b-poppy" d="M-155 529q18-16 42-16l253-6q26-1 11 21L88 615q-19 26-51 26l-296-2q-28-1-6-18z"/>
<path class="b-texture" stroke-width="8.2" d="M28 530h0m45 0h0m44-1h0M-14.7 553h0M31 552h0m46 0h0m46-1h0"/>
<path class="b-leaf" d="M163 532q18-25 48-23l115 8q30 2 17 30l-37 73q-13 25-42 25l-147-3q-31-1-13-26z"/>
<path class="b-texture" stroke-width="5.4" d="M198 527l-44 48-20 48m104-93l-42 47-17 47m99-91l-40 46-15 47m94-91l-37 45-12 47"/>
<path class="b-meadow" d="M361 541q9-19 31-17l247 24q21 2 19 23l-6 49q-3 29-31 28l-288-3q-23 0-13-21z"/>
<path class="b-rose" d="M672 572q2-21 23-20l149 1q24 1 31 24l11 41q8 29-23 29l-170 1q-27 0-25-26z"/>
<path class="b-texture" stroke-width="5.8" d="M687 566l171 1"/>
<path class="b-wheat" d="M891 581q-8-29 21-32l187-21q30-3 45 23l43 72q12 20-12 20l-242 4q-22 1-29-21z"/>
<path class="b-texture" stroke-width="8.2" d="M951 564h0m51-4h0m51-5h0m50-5h0"/>
<path class="b-rose" d="M1154 542q-12-19 11-21l193-13q27-2 45 19l85 98q13 14-6 15l-242 3q-24 1-36-19z"/>
<path class="b-texture" stroke-width="5.8" d="M1179 538l56 88m-23-90l60 89m-28-91l65 91m-32-93l68 92m-35-94l72 93m-40-95l77 94m-44-96l80 95"/>
<path class="b-meadow" d="M1412 520q-13-15 7-15l138-3q28 0 49 19l107 96q24 22-8 22l-161 1q-26 0-43-19z"/>
<path class="b-bush" stroke-width="9" d="M507 460h0m32 4h0m813 22h0M705 441h0m63 4h0m16 1h0m109-4h0"/>
<path class="b-bush" stroke-width="12" d="M80 384h0m191-4h0m422 68h0m530-20h0m150-15h0M489 468h0m-9 23h0m66-73h0m82 14h0m97 11h0"/>
<path class="b-bush" stroke-width="15" d="M177 504h0m173 10h0m380 29h0m243-4h0m186-23h0M585 425h0m232 21h0"/>
<path class="b-bush" stroke-width="18" d="M520 413h0m280 33h0m113-6h0m25-3h0"/>
<path class="b-bush-light" stroke-width="4" d="M269 378h0m422 68h0m530-20h0m150-15h0M175 501h0m173 10h0m139-45h0m-9 23h0m679 25h0M545 416h0m38 7h0m44 7h0m97 11h0m91 3h0"/>
<path class="b-bush-light" stroke-width="6" d="M728 540h0m243-4h0M518 410h0m280 33h0m113-6h0m24-3h0"/>
<path class="b-draw" stroke-width="4" d="M1436 359v-6M73 361v-6m1378 11v-6"/>
<path class="b-hedge" d="M1436 311l8.5 23h-2.8l6.1 23h-24l6.1-23h-2.8zM73 313l8.4 23H78.6l6.1 23h-23l6.1-23H65zm1378 16l6.3 16.9h-2.1l4.6 16.9h-17.6l4.6-16.9h-2.1z"/>
<path class="b-bush-light" stroke-width="3" d="M1435 323l-2.8 8.2m1.8 9.8l-3.8 8.2M72 326l-2.8 8.1M71 344l-3.7 8.1"/>
<path class="b-draw" stroke-width="4" d="M1413 368v-6M53 368v-6M11 374v-6"/>
<path class="b-hedge" d="M1413 325l7.4 19.8h-2.5l5.4 19.8h-21l5.4-19.8h-2.5zM53 317l9 24H59l6.5 24h-25L47 341H44zM11 331l7.5 19.9H16l5.4 19.9H.4l5.4-19.9H3.3z"/>
<path class="b-bush-light" stroke-width="3" d="M52 330l-3 8.7M51 350l-4 8.7"/>
<path class="b-draw" stroke-width="4" d="M29 377v-6m338 14v-6m-8 6v-6"/>
<path class="b-hedge" d="M29 333l7.8 21H34.2l5.6 21h-22l5.6-21H20.8zm338 9l7.5 20H372l5.4 20h-21l5.4-20h-2.5zm-8-3l8 21h-2.7l5.8 21h-22l5.8-21h-2.7z"/>
<path class="b-draw" stroke-width="4" d="M340 386v-6m825 9v-6m20 8v-6m-36 9v-6"/>
<path class="b-hedge" d="M340 340l8 21h-2.7l5.8 21h-22l5.8-21h-2.7zm825 10l6.8 18.1h-2.3l4.9 18.1h-18.8l4.9-18.1h-2.3zm20-11l9.2 25h-3.1l6.7 25h-26l6.7-25h-3.1zm-36 16l6.8 18.2h-2.3l4.9 18.2h-18.9l4.9-18.2h-2.3z"/>
<path class="b-bush-light" stroke-width="3" d="M1184 352l-3.1 8.9M1183 372l-4.1 8.9"/>
<path class="b-draw" stroke-width="4" d="M399 395v-6"/>
<path class="b-hedge" d="M399 359l6.2 16.5h-2.1l4.5 16.5H390.5l4.5-16.5h-2.1z"/>
<path class="b-path" stroke-width="17" d="M760 590c-5-6-10-26-30-34-20-8-67-10-90-16-23-6-50-13-50-20 0-7 25-15 50-20 25-5 80-4 100-8 20-4 28-11 20-16-8-5-43-9-70-14-27-5-62-10-90-16-28-6-63-13-80-22-17-9-18-22-20-32-2-10 10-20 8-26-2-6-18-8-22-10"/>
<path class="b-path" stroke-width="13" d="M744 484c19 1 77 9 116 8 39-1 83-11 120-12 37-1 67 6 100 6 33 0 83-7 100-8"/>
<path class="b-draw" stroke-width="4" d="M570 421v-6"/>
<path class="b-hedge" d="M570 372l8.6 23h-2.9l6.2 23h-24l6.2-23h-2.9z"/>
<path class="b-bush-light" stroke-width="3" d="M569 385l-2.9 8.3M568 403l-3.8 8.3"/>
<path class="b-draw" stroke-width="4" d="M450 427v-6"/>
<path class="b-hedge" d="M450 366l10.9 29h-3.6l7.8 29h-30l7.8-29h-3.6z"/>
<path class="b-bush-light" stroke-width="3" d="M449 382l-3.6 10.4M448 405l-4.8 10.4"/>
<path class="b-draw" stroke-width="4" d="M596 431v-6m438 8v-6"/>
<path class="b-hedge" d="M596 374l10.1 27h-3.4l7.3 27H582l7.3-27h-3.4zm438 12l8.2 22h-2.7l5.9 22h-23l5.9-22h-2.7z"/>
<path class="b-bush-light" stroke-width="3" d="M595 389l-3.4 9.7M594 411l-4.5 9.7M1033 398l-2.7 7.9M1032 416l-3.7 7.9"/>
<path class="b-draw" stroke-width="4" d="M1006 441v-6"/>
<path class="b-hedge" d="M1006 384l10.1 27h-3.4l7.3 27H992l7.3-27h-3.4z"/>
<path class="b-bush-light" stroke-width="3" d="M1005 399l-3.4 9.7M1004 421l-4.5 9.7"/>
<path class="b-draw" stroke-width="4" d="M356 565v-6"/>
<path class="b-hedge" d="M356 486l14.2 38h-4.7l10.3 38h-40l10.3-38h-4.7z"/>
<path class="b-bush-light" stroke-width="3" d="M355 507l-4.7 13.7M354 538l-6.3 13.7"/>
<path class="b-draw" stroke-width="4" d="M398 577v-6"/>
<path class="b-hedge" d="M398 512l11.6 31h-3.9l8.4 31h-32l8.4-31h-3.9z"/>
<path class="b-bush-light" stroke-width="3" d="M397 529l-3.9 11.2M396 554l-5.2 11.2"/>
<g transform="translate(900 540) scale(1.1)"><path class="b-draw" stroke-width="5" d="M-20-12V6m8-16V6M12-10V6m8-18V6"/><path class="b-wall" d="M-28-34q26-6 52 0 6 2 5 12Q27-8 19-6H-19Q-29-8-30-20q0-10 2-14z"/><path class="b-roof" d="M-14-36q10-1 12 0Q2-24-8-20t-12-4q0-8 6-12zm24 0q12 0 14 3 4 8 2 14-12 2-16-5-2-8 0-12z"/><path class="b-wall" d="M-30-44q6-8 14-2 4 6 2 16-2 8-10 8t-12-8q0-8 6-14z"/><path class="b-rose" d="M-38-30q10 4 16 2 0 9-8 8t-8-10z"/><path class="b-draw" stroke-width="3" d="M-32-46l-5-6m17 4l4-6M29-30q8 6 5 18"/><path class="b-sun" d="M-22-20h8l2 8H-24z"/></g>
<g transform="translate(990 520) scale(-0.9 0.9)"><path class="b-draw" stroke-width="5" d="M-20-12V6m8-16V6M12-10V6m8-18V6"/><path class="b-wall" d="M-28-34q26-6 52 0 6 2 5 12Q27-8 19-6H-19Q-29-8-30-20q0-10 2-14z"/><path class="b-ink" d="M-14-36q10-1 12 0Q2-24-8-20t-12-4q0-8 6-12zm24 0q12 0 14 3 4 8 2 14-12 2-16-5-2-8 0-12z"/><path class="b-wall" d="M-30-44q6-8 14-2 4 6 2 16-2 8-10 8t-12-8q0-8 6-14z"/><path class="b-rose" d="M-38-30q10 4 16 2 0 9-8 8t-8-10z"/><path class="b-draw" stroke-width="3" d="M-32-46l-5-6m17 4l4-6M29-30q8 6 5 18"/><path class="b-sun" d="M-22-20h8l2 8H-24z"/></g>
<g transform="translate(540 476) scale(0.8)"><path class="b-draw" stroke-width="5" d="M-20-12V6m8-16V6M12-10V6m8-18V6"/><path class="b-wall" d="M-28-34q26-6 52 0 6 2 5 12Q27-8 19-6H-19Q-29-8-30-20q0-10 2-14z"/><path class="b-ink" d="M-14-36q10-1 12 0Q2-24-8-20t-12-4q0-8 6-12zm24 0q12 0 14 3 4 8 2 14-12 2-16-5-2-8 0-12z"/><path class="b-wall" d="M-30-44q6-8 14-2 4 6 2 16-2 8-10 8t-12-8q0-8 6-14z"/><path class="b-rose" d="M-38-30q10 4 16 2 0 9-8 8t-8-10z"/><path class="b-draw" stroke-width="3" d="M-32-46l-5-6m17 4l4-6M29-30q8 6 5 18"/><path class="b-sun" d="M-22-20h8l2 8H-24z"/></g>
<g transform="translate(830 466) scale(-0.7 0.7)"><path class="b-draw" stroke-width="5" d="M-20-12V6m8-16V6M12-10V6m8-18V6"/><path class="b-wall" d="M-28-34q26-6 52 0 6 2 5 12Q27-8 19-6H-19Q-29-8-30-20q0-10 2-14z"/><path class="b-roof" d="M-14-36q10-1 12 0Q2-24-8-20t-12-4q0-8 6-12zm24 0q12 0 14 3 4 8 2 14-12 2-16-5-2-8 0-12z"/><path class="b-wall" d="M-30-44q6-8 14-2 4 6 2 16-2 8-10 8t-12-8q0-8 6-14z"/><path class="b-rose" d="M-38-30q10 4 16 2 0 9-8 8t-8-10z"/><path class="b-draw" stroke-width="3" d="M-32-46l-5-6m17 4l4-6M29-30q8 6 5 18"/><path class="b-sun" d="M-22-20h8l2 8H-24z"/></g>
<g transform="translate(1100 552) scale(-1.1 1.1)"><path class="b-draw" stroke-width="5" d="M-20-12V6m8-16V6M12-10V6m8-18V6"/><path class="b-wall" d="M-28-34q26-6 52 0 6 2 5 12Q27-8 19-6H-19Q-29-8-30-20q0-10 2-14z"/><path class="b-roof" d="M-14-36q10-1 12 0Q2-24-8-20t-12-4q0-8 6-12zm24 0q12 0 14 3 4 8 2 14-12 2-16-5-2-8 0-12z"/><path class="b-wall" d="M-30-44q6-8 14-2 4 6 2 16-2 8-10 8t-12-8q0-8 6-14z"/><path class="b-rose" d="M-38-30q10 4 16 2 0 9-8 8t-8-10z"/><path class="b-draw" stroke-width="3" d="M-32-46l-5-6m17 4l4-6M29-30q8 6 5 18"/><path class="b-sun" d="M-22-20h8l2 8H-24z"/></g>
<g transform="translate(190 388) scale(0.7)"><path class="b-draw" stroke-width="4" d="M-8-6V4M8-6V4"/><path class="b-wall" d="M-18-10q-6-10 4-13 2-9 11-6 8-6 14 2 10 0 8 9 4 8-6 11Q5-3-2-6-12-2-18-10z"/><path class="b-ink" d="M-24-20q6-6 11-1 2 8-4 11-8 0-7-10z"/></g>
<g transform="translate(226 398) scale(-0.8 0.8)"><path class="b-draw" stroke-width="4" d="M-8-6V4M8-6V4"/><path class="b-wall" d="M-18-10q-6-10 4-13 2-9 11-6 8-6 14 2 10 0 8 9 4 8-6 11Q5-3-2-6-12-2-18-10z"/><path class="b-ink" d="M-24-20q6-6 11-1 2 8-4 11-8 0-7-10z"/></g>
<g transform="translate(258 386) scale(0.7)"><path class="b-draw" stroke-width="4" d="M-8-6V4M8-6V4"/><path class="b-wall" d="M-18-10q-6-10 4-13 2-9 11-6 8-6 14 2 10 0 8 9 4 8-6 11Q5-3-2-6-12-2-18-10z"/><path class="b-ink" d="M-24-20q6-6 11-1 2 8-4 11-8 0-7-10z"/></g>
<g transform="translate(1358 402) scale(-0.9 0.9)"><path class="b-draw" stroke-width="4" d="M-8-6V4M8-6V4"/><path class="b-wall" d="M-18-10q-6-10 4-13 2-9 11-6 8-6 14 2 10 0 8 9 4 8-6 11Q5-3-2-6-12-2-18-10z"/><path class="b-ink" d="M-24-20q6-6 11-1 2 8-4 11-8 0-7-10z"/></g>
<g transform="translate(1326 414) scale(0.9)"><path class="b-draw" stroke-width="4" d="M-8-6V4M8-6V4"/><path class="b-wall" d="M-18-10q-6-10 4-13 2-9 11-6 8-6 14 2 10 0 8 9 4 8-6 11Q5-3-2-6-12-2-18-10z"/><path class="b-ink" d="M-24-20q6-6 11-1 2 8-4 11-8 0-7-10z"/></g>
<g transform="translate(700 536)"><path class="b-draw" stroke-width="3.5" d="M-24-34L-32 4"/><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-24-24M12-36L26-26"/><path class="b-poppy" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-sun" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/><path class="b-sun" d="M14-46q12 0 12 12v10q-6 4-12 2z"/></g>
<g transform="translate(640 536) scale(0.7)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36L22-20"/><path class="b-wisteria" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-rose" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<g transform="translate(1240 480) scale(2)"><path class="b-wall" d="M-26 0V-16H26V0z"/><path class="b-wheat" d="M-26-14V-32L0-52 26-32v18z"/><path class="b-roof" d="M-38-26L0-56 38-26q-3 7-8 2L0-47-30-24q-5 5-8-2z"/><path class="b-draw" stroke-width="2" d="M-28-14H28m-48 0v-7m10 7v-7M0-14v-7m10 7v-7m10 7v-7m-48 0H28"/><path class="b-ink" d="M-5 0V-11H5V0zm0-38H5v10H-5z"/><path class="b-poppy" d="M-20-24a4 4 0 1 1 .1 0zM20-24a4 4 0 1 1 .1 0z"/></g>
<path class="b-path" stroke-width="10" d="M1180 480h120"/>
<g transform="translate(1324 470) scale(0.9)"><path class="b-draw" stroke-width="5" d="M0 40V-18M120 44V-12M0-14Q60 8 120-12"/><path class="b-wall" d="M14-8L38-3 36 27 14 22z"/><path class="b-cornflower" d="M46-1l9 1 3 6 4-6 9 1 4 10-6 2-1 16-18-1V12l-7-1z"/><path class="b-sun" d="M84-3l22-5 3 24-8 2L98 6 97 20l-9 2z"/></g>
<path class="b-bush" stroke-width="15" d="M1330 490h0"/>
<path class="b-bush" stroke-width="21" d="M1170 478h0m146 6h0"/>
<path class="b-bush-light" stroke-width="4" d="M1328 488h0"/>
<path class="b-bush-light" stroke-width="6" d="M1313 481h0"/>
<path class="b-bush-light" stroke-width="8" d="M1167 474h0"/>
<g transform="translate(210 452) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-62 0V70M62 0V70"/><path class="b-earth" d="M-70 38H70V72H-70z"/><path class="b-roof" d="M-70 38H70v9H-70z"/><path class="b-wall" d="M-62 38V26q13-8 26 0V38z"/><path class="b-poppy" d="M-30 38q0-15 13-15T-4 38zm76 0q0-11 9-11t9 11z"/><path class="b-wheat" d="M4 38V22l28 6V38z"/><path class="b-poppy" d="M-84-6l16-42H68L84-6Q70 14 56-6 42 14 28-6 14 14 0-6-14 14-28-6-42 14-56-6-70 14-84-6z"/><path class="b-wall" d="M-56-6l11-42h22L-28-6Q-42 14-56-6zM0-6V-48H23L28-6Q14 14 0-6zM56-6L45-48H68L84-6Q70 14 56-6z"/></g>
<g transform="translate(112 528) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36l18 8"/><path class="b-cornflower" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-sun" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
</svg>
