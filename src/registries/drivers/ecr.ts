import { inputName } from '../../lib/input-names.js';
import type { DriverKind } from './driver.js';

/**
 * Private repositories at AWS: of all its partitions, with FIPS, and dual-stack (`dkr-ecr…on.aws`), as
 * amazon-ecr-credential-helper and docker/login-action know them.
 */
const ecrHost =
  /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9][a-z0-9-]*\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** Amazon ECR, private. */
export const ecr: DriverKind = {
  title: 'ECR',
  matches: (host) => ecrHost.test(host),
  emptyNamespace: 'none',
  credentialsAdvice:
    'The user name is AWS, the password lasts 12 hours: sign in again with aws-actions/amazon-ecr-login.',
  noCatalog: `aws ecr describe-repositories lists them. Give them to the other commands as ${inputName('image')}.`,
  deniedAdvice: 'The repository does not exist, or the role lacks ecr:BatchGetImage; the password lasts 12 hours.',
  pushAdvice:
    'The repository does not exist, or the role may not push (ecr:InitiateLayerUpload, ecr:UploadLayerPart, ' +
    'ecr:CompleteLayerUpload, ecr:PutImage); the password lasts 12 hours.',
  capabilities: {
    deleteTag: 'never',
    deleteManifest: 'never',
    advice: 'aws ecr batch-delete-image --image-ids imageTag=TAG removes a tag alone, and with the last one the image.',
  },
};

/** Amazon ECR Public. */
export const ecrPublic: DriverKind = {
  title: 'ECR Public',
  matches: (host) => host === 'public.ecr.aws' || host === 'ecr-public.aws.com',
  emptyNamespace: 'none',
  credentialsAdvice:
    'The user name is AWS, the password lasts 12 hours: aws ecr-public get-login-password --region us-east-1.',
  noCatalog: `aws ecr-public describe-repositories --region us-east-1 lists your own. Give them to the other commands as ${inputName('image')}.`,
  deniedAdvice: 'The repository does not exist. Its images are public: without credentials they can be pulled too.',
  pushAdvice:
    'A push takes ecr-public:PutImage and the permissions to upload layers, in your own registry alias; the password ' +
    'lasts 12 hours.',
  capabilities: {
    deleteTag: 'never',
    deleteManifest: 'never',
    advice:
      'aws ecr-public batch-delete-image --region us-east-1 --image-ids imageTag=TAG removes a tag alone, and with the ' +
      'last one the image.',
  },
};
