import type { HttpAnswer } from '../../../http/message.js';
import type { FailureKind } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { Capabilities, DriverKind, EnvironmentLogin } from '../driver.js';
import { awsKeysIn } from './aws-keys.js';
import { isPrivateHost, isPublicHost } from './service.js';

const capabilities: Capabilities = {
  deleteTag: 'frees-manifest',
  deleteManifest: 'with-its-tags',
  tokenDeletes: 'none',
  keepsUntagged: true,
  lists: ['size', 'pushed', 'mediaType'],
  pageSize: 1000,
};

const environmentLogin: EnvironmentLogin = {
  account: 'AWS',
  for: 'everything',
  isConfigured: (environment) => awsKeysIn(environment) !== undefined,
  load: async () => (await import('./password.js')).issueEcrPassword,
};

/** A wrong password is a 400, and one that has ended a 403, like that of a role without permission. */
function meaningOf({ status, body }: HttpAnswer): FailureKind | undefined {
  if (status !== 400 && status !== 403) return undefined;
  return /authorization token (?:has expired|is invalid)/i.test(body.toString('utf8')) ? 'authentication' : undefined;
}

const load: DriverKind['load'] = async () => (await import('./driver.js')).createEcrDriver;

/** Amazon ECR, private. */
export const ecr: DriverKind = {
  title: 'ECR',
  hosts: 'ACCOUNT.dkr.ecr.REGION.amazonaws.com',
  permissions: {
    read: 'ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, ecr:ListImages; for dates ecr:DescribeImages and ecr:DescribeRepositories',
    delete: 'ecr:DescribeRepositories, ecr:DescribeImages, ecr:BatchGetImage and ecr:BatchDeleteImage',
  },
  matches: isPrivateHost,
  emptyNamespace: 'none',
  basic: true,
  meaningOf,
  credentialsAdvice:
    'The user name is AWS, the password lasts 12 hours: log in again with aws-actions/amazon-ecr-login, or leave both ' +
    'out and run aws-actions/configure-aws-credentials before this step.',
  noCatalog: `aws ecr describe-repositories lists them. With AWS credentials in the environment (aws-actions/configure-aws-credentials) this command does. Otherwise give them to the other commands as ${inputName('image')}.`,
  deniedAdvice: 'The repository does not exist, or the role lacks ecr:BatchGetImage; the password lasts 12 hours.',
  pushAdvice:
    'The repository does not exist, or the role may not push (ecr:InitiateLayerUpload, ecr:UploadLayerPart, ' +
    'ecr:CompleteLayerUpload, ecr:PutImage); the password lasts 12 hours.',
  environmentLogin,
  capabilities: { ...capabilities, archives: true, lists: ['size', 'pushed', 'pulled', 'mediaType'] },
  load,
};

/** Amazon ECR Public. */
export const ecrPublic: DriverKind = {
  title: 'ECR Public',
  hosts: 'public.ecr.aws',
  permissions: {
    read: 'none; for dates, in an account’s own repositories, ecr-public:DescribeRepositories and ecr-public:DescribeImages',
    delete: 'ecr-public:DescribeRepositories, ecr-public:DescribeImages and ecr-public:BatchDeleteImage',
  },
  matches: isPublicHost,
  emptyNamespace: 'none',
  meaningOf,
  credentialsAdvice:
    'The user name is AWS, the password lasts 12 hours: aws ecr-public get-login-password --region us-east-1.',
  noCatalog: `aws ecr-public describe-repositories --region us-east-1 lists your own. With AWS credentials in the environment this command does. Otherwise give them to the other commands as ${inputName('image')}.`,
  deniedAdvice: 'The repository does not exist. Its images are public: without credentials they can be pulled too.',
  pushAdvice:
    'A push requires ecr-public:PutImage and the permissions to upload layers, in your own registry alias; the password ' +
    'lasts 12 hours.',
  environmentLogin: { ...environmentLogin, for: 'pushes' },
  capabilities,
  load,
};
