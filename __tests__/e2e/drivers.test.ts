import { describeDriver } from './support/describe-driver.js';
import { driverRows } from './support/driver-rows.js';
import { useFolders, useInternet } from './support/surroundings.js';

const folders = useFolders();
const internet = await useInternet();

for (const row of driverRows(internet)) describeDriver(row, internet, folders);
