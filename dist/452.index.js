export const id = 452;
export const ids = [452];
export const modules = {

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pruneAfter: () => (/* binding */ pruneAfter)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8640);
/* harmony import */ var _reports_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1495);
/* harmony import */ var _prune_prune_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5737);
/* harmony import */ var _prune_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6039);
/* harmony import */ var _shared_deletion_access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4417);
/* harmony import */ var _shared_deletion_journal_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6067);








const noRules = {
    olderThan: undefined,
    include: undefined,
    exclude: undefined,
    protect: undefined,
    inUse: { tags: new Map(), digests: new Map() },
    groupBy: undefined,
    maxDelete: undefined,
};
async function pruneAfter(outcomes, keep, inputs, context) {
    const ready = outcomes.filter((one) => one.kind === 'checked' && one.ready);
    const repositories = new Map(ready.map(({ target: { image } }) => [(0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRepository */ .Sh)(image), { registry: image.registry, path: image.path }]));
    const [first] = repositories.values();
    if (first === undefined)
        return undefined;
    const policyFor = (repository) => {
        const own = ready.filter(({ target }) => target.image.path === repository.path);
        const exempt = new Map(own.flatMap(({ digest }) => (digest === undefined ? [] : [[digest, 'just found ready']])));
        return { ...noRules, keep, exempt };
    };
    try {
        const registry = await (0,_shared_deletion_access_js__WEBPACK_IMPORTED_MODULE_5__/* .connectToDelete */ .x)(first.registry, inputs, context);
        const journal = (0,_shared_deletion_journal_file_js__WEBPACK_IMPORTED_MODULE_6__/* .journalName */ .J1)(context.now());
        context.progress.update(`pruning ${[...repositories.keys()].join(', ')}`);
        const order = { repositories: [...repositories.values()], policyFor, tagsInUse: [], dryRun: false, journal };
        return conclude(await (0,_prune_prune_all_js__WEBPACK_IMPORTED_MODULE_3__/* .pruneAll */ .W)(order, registry, context), context);
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        warn([(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(thrown)], context);
        return undefined;
    }
}
function conclude(result, context) {
    const { headline, failures, outputs } = (0,_prune_report_js__WEBPACK_IMPORTED_MODULE_4__/* .reportPrune */ .t)(result);
    context.log.info(headline);
    const deleted = Number(outputs['deleted-count']);
    if (deleted === 0)
        warn(failures, context);
    return {
        deleted,
        kept: Number(outputs['kept-count']),
        journal: result.journal,
        headline,
        failures: deleted === 0 ? [] : failures,
        warned: deleted === 0 ? failures : [],
    };
}
function warn(failures, { log }) {
    if (failures.length === 0)
        return;
    const others = failures.length === 1 ? '' : ` (and ${failures.length - 1} more)`;
    const [message, advice] = (0,_reports_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainFailures */ .vS)(failures.slice(0, 1));
    log.warn([`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_7__/* .inputName */ .yu)('prune-keep')}: nothing was deleted. ${message}${others}`, ...(advice ? [advice] : [])].join(' '));
}


/***/ })

};
