// The nautilus stack as a team that chose TypeScript would write it: what the C# app is measured against.
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';

const app = new App();
const stack = new TerraformStack(app, 'nautilus');
new LocalBackend(stack, { path: '../../../terraform.nautilus.tfstate' });
new AwsProvider(stack, 'aws', {
  region: 'us-east-1',
  defaultTags: [{ tags: { Environment: 'dev', ManagedBy: 'cdktf', Stack: 'nautilus', Project: 'nautilus' } }],
});
const stream = new KinesisStream(stack, 'stream', {
  name: 'nautilus-stream',
  streamModeDetails: { streamMode: 'PROVISIONED' },
  shardCount: 1,
  retentionPeriod: 48,
  encryptionType: 'KMS',
  kmsKeyId: 'alias/aws/kinesis',
  lifecycle: { preventDestroy: false },
});
new TerraformOutput(stack, 'stream_name', { value: stream.name, description: "The stream's name" });
new TerraformOutput(stack, 'stream_arn', { value: stream.arn, description: "The stream's ARN" });
app.synth();
