export const id = 663;
export const ids = [663];
export const modules = {

/***/ 7663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runAction: () => (/* binding */ runAction)
/* harmony export */ });
/* unused harmony export hiddenInputs */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6058);
/* harmony import */ var _commands_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4203);
/* harmony import */ var _commands_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5070);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1131);
/* harmony import */ var _commands_suggest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9422);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7406);
/* harmony import */ var _http_words_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2295);
/* harmony import */ var _reports_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1495);
/* harmony import */ var _reports_groups_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(509);
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(364);
/* harmony import */ var _reports_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(968);
/* harmony import */ var _reports_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6993);
/* harmony import */ var _workflow_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2000);













const hiddenInputs = { command: 'command', token: 'github-token' };
async function runAction(environment) {
    const secrets = (0,_reports_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .createSecrets */ .P)();
    const warnings = [];
    const log = createLog(secrets, warnings);
    try {
        const command = await findCommand(environment);
        checkInputNames(command, environment);
        for (const warning of await (0,_commands_index_js__WEBPACK_IMPORTED_MODULE_1__/* .misspelledFor */ .u5)(command, environment))
            log.warn(warning);
        const inputs = (0,_commands_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(command.inputs, { given: inputOf(environment), label: (name) => name, face: 'action', environment }, log);
        const token = inputOf(environment)(hiddenInputs.token)?.trim();
        if (token)
            log.secret(token);
        const workflow = (0,_workflow_js__WEBPACK_IMPORTED_MODULE_7__/* .readWorkflow */ .S)(environment, token);
        const report = await (0,_commands_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runCommand */ .d)(command, inputs, { log, progress: createProgress(log), workflow, environment });
        await publish(report, secrets, environment);
    }
    catch (thrown) {
        await publishFailure((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asFailure */ .h_)(thrown), secrets, environment);
    }
    if (warnings.length > 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(warnings.join('\n'), { title: 'Image Gate' });
}
async function findCommand(environment) {
    const name = inputOf(environment)(hiddenInputs.command) ?? '';
    const command = await (0,_commands_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadCommand */ .yV)(name);
    if (command !== undefined)
        return command;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .usageFailure */ .II)(`command is ${JSON.stringify(name)}, which is none of ${_commands_index_js__WEBPACK_IMPORTED_MODULE_1__/* .commandNames */ .oQ.join(', ')}`);
}
function inputOf(environment) {
    return (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
function checkInputNames(command, environment) {
    const known = Object.keys(command.inputs);
    const allowed = new Set([...known, ...Object.values(hiddenInputs)].map((name) => `INPUT_${name.toUpperCase()}`));
    const unknown = Object.keys(environment).find((key) => key.startsWith('INPUT_') && !allowed.has(key) && environment[key]?.trim());
    if (unknown === undefined)
        return;
    const name = unknown.slice('INPUT_'.length).toLowerCase();
    const near = (0,_commands_suggest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggest */ .Z)(name, known);
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .usageFailure */ .II)(`there is no input ${JSON.stringify(name)}`, near === undefined ? `The inputs are ${known.join(', ')}.` : `Did you mean ${near}?`);
}
function createLog(secrets, warnings) {
    const clean = (line) => (0,_reports_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .cleanAndRedact */ .g)(line, secrets);
    return {
        info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(clean(line)),
        detail: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .isDebug */ ._o() && _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(clean(line)),
        verbose: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .isDebug */ ._o(),
        warn(line) {
            const text = clean(line);
            if (warnings.includes(text))
                return;
            warnings.push(text);
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`Warning: ${text}`);
        },
        group: (0,_reports_groups_js__WEBPACK_IMPORTED_MODULE_10__/* .createGroups */ .P)({
            open: (title) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(clean(title)),
            line: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(clean(text)),
            close: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4,
        }),
        secret(value) {
            for (const form of secrets.add(value))
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(form);
        },
    };
}
function createProgress(log) {
    return { pause: 5000, update: (line) => log.info(line), end: () => undefined };
}
async function publish(report, secrets, environment) {
    const text = textOf(report);
    if (text !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(secrets.redactResult(text));
    if (report.note !== undefined)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_reports_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .cleanAndRedact */ .g)(report.note, secrets));
    for (const [name, value] of Object.entries(report.outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, secrets.redactResult(value));
    await writeSummary(report.summary, secrets, environment);
    if (report.failures.length > 0)
        annotate(report.failures, secrets);
    else if (report.exitCode !== 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(secrets.redact(report.headline), { title: 'Image Gate' });
    process.exitCode = report.exitCode;
}
async function publishFailure(failure, secrets, environment) {
    annotate([failure], secrets);
    if (failure.cause instanceof Error && failure.cause.stack)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(secrets.redact(failure.cause.stack));
    const advice = failure.advice === undefined ? undefined : (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .markdown */ .wD) `**What to do:** ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(failure.advice)}`;
    const summary = (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .paragraphs */ .qN)((0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .markdown */ .wD) `### Image Gate: ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(_reports_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureTitles */ .Uq[failure.kind])}`, (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(failure.message), advice, (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .pageList */ .SV)(failure.pages));
    await writeSummary(summary, secrets, environment).catch((fault) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(String(fault)));
    process.exitCode = failure.exitCode;
}
function textOf({ table, headline, failures, exitCode }) {
    const sentence = failures.length === 0 && exitCode === 0 ? [(0,_http_words_js__WEBPACK_IMPORTED_MODULE_12__/* .cleanLine */ .Ow)(headline)] : [];
    return [...(table.rows.length === 0 ? [] : [(0,_reports_table_js__WEBPACK_IMPORTED_MODULE_6__/* .renderTable */ .b)(table)]), ...sentence].join('\n\n');
}
function annotate(failures, secrets) {
    const [first] = failures;
    const text = (0,_reports_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .explainFailures */ .vS)(failures).map((line) => (0,_reports_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .cleanAndRedact */ .g)(line, secrets));
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(text.join('\n'), {
        title: first ? `Image Gate: ${_reports_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureTitles */ .Uq[first.kind]}` : 'Image Gate',
    });
}
async function writeSummary(summary, secrets, environment) {
    if (!environment.GITHUB_STEP_SUMMARY)
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw((0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .capMarkdown */ .y3)(secrets.redact(summary)), true).write();
}


/***/ })

};
