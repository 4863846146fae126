export const id = 931;
export const ids = [931];
export const modules = {

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: hiddenInputs

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./build/src/commands/index.js + 1 modules
var commands = __webpack_require__(4203);
// EXTERNAL MODULE: ./build/src/commands/run.js + 14 modules
var run = __webpack_require__(3331);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/read.js
var read = __webpack_require__(1922);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/suggest.js
var suggest = __webpack_require__(8226);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/lib/standard-streams.js
var standard_streams = __webpack_require__(8392);
// EXTERNAL MODULE: ./build/src/lib/workflow.js
var lib_workflow = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/reports/groups.js
var groups = __webpack_require__(509);
// EXTERNAL MODULE: ./build/src/reports/secrets.js
var reports_secrets = __webpack_require__(968);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/table.js
var reports_table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./build/src/action/report.js









async function publish(report, publishing) {
    const { secrets } = publishing;
    const text = textOf(report);
    if (text !== '')
        core/* info */.pq(secrets.redactResult(text));
    if (report.note !== undefined)
        core/* info */.pq((0,reports_secrets/* cleanAndRedact */.gC)(report.note, secrets));
    const unset = setOutputs(report.outputs, publishing);
    await writeSummary(report.summary, publishing);
    const failures = unset === undefined ? report.failures : [...report.failures, unset];
    if (failures.length > 0)
        annotate(failures, secrets);
    else if (report.exitCode !== 0)
        core/* error */.z3(secrets.redact(report.headline), { title: 'Image Gate' });
    return report.exitCode === 0 && unset !== undefined ? unset.exitCode : report.exitCode;
}
async function publishFailure(failure, publishing) {
    const { secrets } = publishing;
    annotate([failure], secrets);
    if (failure.cause instanceof Error && failure.cause.stack)
        core/* debug */.Yz(secrets.redact(failure.cause.stack));
    const summary = (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)('bad', `${subjectOf(failure)}: ${reports_failure/* failureTitles */.Uq[failure.kind]}`), (0,reports_failure/* failureList */.J_)([failure]), (0,markdown/* pageList */.SV)(failure.pages));
    await writeSummary(summary, publishing);
    return failure.exitCode;
}
function subjectOf({ operation }) {
    return /^\S+[/:@]\S+$/.test(operation) ? operation : 'Image Gate';
}
function textOf({ table, headline, failures, exitCode }) {
    const sentence = failures.length === 0 && exitCode !== 0 ? [] : [(0,clean_line/* cleanLine */.O)(headline)];
    return [...(table.rows.length === 0 ? [] : [(0,reports_table/* renderTable */.b)(table)]), ...sentence].join('\n\n');
}
function annotate(failures, secrets) {
    const [first] = failures;
    const text = (0,reports_failure/* explainFailures */.vS)(failures).map((line) => (0,reports_secrets/* cleanAndRedact */.gC)(line, secrets));
    core/* error */.z3(text.join('\n'), {
        title: first ? `Image Gate: ${reports_failure/* failureTitles */.Uq[first.kind]}` : 'Image Gate',
    });
}
function setOutputs(outputs, { secrets }) {
    try {
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, secrets.redactResult(value));
        return undefined;
    }
    catch (error) {
        return (0,errors/* usageFailure */.II)(`the outputs cannot be written to the file GITHUB_OUTPUT: ${error.message}`, 'The log has the result. Let the user that the step runs as write to the files of the runner.');
    }
}
async function writeSummary(summary, { secrets, log, environment }) {
    const path = environment.GITHUB_STEP_SUMMARY;
    if (!path)
        return;
    await append(path, `${(0,markdown/* capMarkdown */.y3)(secrets.redact(summary))}\n`).catch((error) => log.warn(`The step summary cannot be written: ${error.message}`));
}
async function append(path, text) {
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND);
    try {
        await file.writeFile(text);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/src/action/index.js












const hiddenInputs = { command: 'command', token: 'github-token' };
async function runAction(environment) {
    const secrets = (0,reports_secrets/* writingInputs */._3)((0,reports_secrets/* createSecrets */.gE)(), input_names/* asYaml */.Uw);
    const warnings = [];
    const log = createLog(secrets, warnings);
    (0,standard_streams/* watchOutput */.X)(process, (failure) => {
        process.exitCode ||= failure.exitCode;
    });
    try {
        const command = await findCommand(environment);
        checkInputNames(command, environment);
        for (const warning of await (0,commands/* misspelledFor */.u5)(command, environment))
            log.warn(warning);
        const inputs = await (0,read/* readInputs */.Ko)(command.inputs, { given: inputOf(environment), frontend: 'action', environment }, log);
        const token = inputOf(environment)(hiddenInputs.token)?.trim();
        if (token)
            log.secret(token);
        const workflow = (0,lib_workflow/* readWorkflow */.S)(environment, token);
        const report = await (0,run/* runCommand */.d)(command, inputs, {
            log,
            progress: createProgress(log),
            workflow,
            environment,
            redactResult: secrets.redactResult,
        });
        process.exitCode ||= await publish(report, { secrets, log, environment });
    }
    catch (thrown) {
        process.exitCode = await publishFailure((0,errors/* asFailure */.h_)(thrown), { secrets, log, environment });
    }
    if (warnings.length > 0)
        core/* warning */.$e(warnings.join('\n'), { title: 'Image Gate' });
}
async function findCommand(environment) {
    const name = inputOf(environment)(hiddenInputs.command) ?? '';
    const command = await (0,commands/* loadCommand */.yV)(name);
    if (command !== undefined)
        return command;
    throw (0,errors/* usageFailure */.II)(`command is ${JSON.stringify(name)}, which is none of ${commands/* commandNames */.oQ.join(', ')}`);
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
    const near = (0,suggest/* suggest */.Z)(name, known);
    throw (0,errors/* usageFailure */.II)(`there is no input ${JSON.stringify(name)}`, near === undefined ? `The inputs are ${known.join(', ')}.` : `Did you mean ${near}?`);
}
function createLog(secrets, warnings) {
    const clean = (line) => (0,reports_secrets/* cleanAndRedact */.gC)(line, secrets);
    return {
        info: (line) => core/* info */.pq(clean(line)),
        notice: (line) => core/* info */.pq(clean(line)),
        detail: (line) => core/* isDebug */._o() && core/* debug */.Yz(clean(line)),
        verbose: core/* isDebug */._o(),
        warn(line) {
            const text = clean(line);
            if (warnings.includes(text))
                return;
            warnings.push(text);
            core/* info */.pq(`Warning: ${text}`);
        },
        group: (0,groups/* createGroups */.P)({
            open: (title) => core/* startGroup */.Oh(clean(title)),
            line: (text) => core/* info */.pq(clean(text)),
            close: core/* endGroup */.N4,
        }),
        secret(value) {
            for (const form of secrets.add(value))
                core/* setSecret */.Pq(form);
        },
    };
}
function createProgress(log) {
    return { pause: 5000, update: (line) => log.info(line), end: () => undefined };
}


/***/ })

};
