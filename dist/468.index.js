export const id = 468;
export const ids = [468];
export const modules = {

/***/ 2468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ providerOf),
/* harmony export */   oidcVariable: () => (/* binding */ oidcVariable)
/* harmony export */ });
/* harmony import */ var _drivers_gar_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4616);

const providers = [
    { matches: of(_drivers_gar_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gar */ .r), load: async () => (await __webpack_require__.e(/* import() */ 208).then(__webpack_require__.bind(__webpack_require__, 5827))).artifactRegistry },
];
function of({ matches }) {
    return (host) => matches?.(host) === true;
}
async function providerOf({ host }, oidc) {
    const row = providers.find(({ matches }) => matches(host)) ?? providers.find(({ chosenBy }) => chosenBy?.test(oidc));
    return row?.load();
}
function oidcVariable({ host }) {
    return providers.find(({ matches }) => matches(host))?.variable;
}


/***/ })

};
